import { common, createLowlight } from 'lowlight';
import { createHighlightPlugin } from 'prosemirror-highlight';
import { createParser } from 'prosemirror-highlight/lowlight';

const known = createLowlight(common);
const paint = createParser(known);

/** Colours code as readers will see it: the same highlighter, the same classes. */
export function codeColours() {
  return createHighlightPlugin({
    parser: (block) => (block.language && known.registered(block.language) ? paint(block) : []),
    languageExtractor: ({ attrs }) => attrs.language,
  });
}
