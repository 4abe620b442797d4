import type { Nodes, Root } from 'mdast';

const MAX_DEPTH = 60;
const MAX_ADDRESS = 2_000;
const MAX_TITLE = 300;

/**
 * A remark step that bounds the tree: what lies deeper than MAX_DEPTH is dropped, and an address or
 * title that is absurdly long is emptied, because a reference repeats it at every use.
 * Works with a list of its own instead of recursion, which is what deep input attacks.
 */
export function limitNesting() {
  return (tree: Root): void => {
    const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
    for (let at = open.pop(); at; at = open.pop()) {
      shortenAddress(at.node);
      if (!('children' in at.node)) continue;
      if (at.depth >= MAX_DEPTH) at.node.children = [];
      for (const node of at.node.children) open.push({ node, depth: at.depth + 1 });
    }
  };
}

function shortenAddress(node: Nodes): void {
  if ('url' in node && node.url.length > MAX_ADDRESS) node.url = '';
  if ('title' in node && node.title && node.title.length > MAX_TITLE) node.title = null;
}
