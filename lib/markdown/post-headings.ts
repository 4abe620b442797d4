import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** One entry of "On this page". */
export interface Heading {
  id: string;
  text: string;
}

const FOOTNOTES = 'footnote-label';

/**
 * A rehype step: the page's title is its only h1, so an h1 in the text becomes an h2.
 * Runs before ids are given.
 */
export function lowerTitles() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'h1') node.tagName = 'h2';
    });
  };
}

/** The h2 headings of a rendered text, in order; the generated heading of the notes is left out. */
export function listHeadings(tree: Root): Heading[] {
  const found: Heading[] = [];
  visit(tree, 'element', (node: Element) => {
    const id = node.properties.id;
    if (node.tagName !== 'h2' || typeof id !== 'string' || id === FOOTNOTES) return;
    const text = textOf(node).trim();
    if (text !== '') found.push({ id, text });
  });
  return found;
}
