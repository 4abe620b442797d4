import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Characters of code in one text that are coloured; what goes beyond stays plain. */
const mostCharacters = 60_000;

/**
 * A rehype step before highlighting: colouring costs far more than reading, so only so much code of
 * a text keeps the language that asks for it.
 */
export function limitHighlighting() {
  return (tree: Root): void => {
    let left = mostCharacters;
    visit(tree, { tagName: 'code' }, (node: Element) => {
      if (!node.properties.className) return;
      left -= textOf(node).length;
      if (left < 0) node.properties.className = undefined;
    });
  };
}
