import type { NodeSelection, EditorState as ProseState } from '@milkdown/prose/state';
import type { EditorAct, EditorState } from './surface-types';

const ofMarks: Record<string, EditorAct> = {
  strong: 'bold',
  emphasis: 'italic',
  strike_through: 'strike',
  inlineCode: 'code',
};
const ofNodes: Record<string, EditorAct> = {
  bullet_list: 'bullets',
  ordered_list: 'numbers',
  blockquote: 'quote',
  code_block: 'codeBlock',
};

/** What holds at the cursor: the marks there, and the blocks it stands in. */
export function readState(state: ProseState): EditorState {
  const { $from, empty } = state.selection;
  const on = new Set<EditorAct>();
  const marks = empty ? (state.storedMarks ?? $from.marks()) : marksBetween(state);
  for (const { type } of marks) {
    const act = ofMarks[type.name];
    if (act) on.add(act);
  }
  let isInTable = false;
  let language: string | null = null;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $from.node(depth);
    const act = ofNodes[type.name];
    if (act) on.add(act);
    if (type.name === 'heading' && attrs.level === 2) on.add('heading2');
    if (type.name === 'heading' && attrs.level === 3) on.add('heading3');
    if (type.name === 'table') isInTable = true;
    if (type.name === 'code_block') language = String(attrs.language ?? '');
  }
  const { node } = state.selection as Partial<NodeSelection>;
  const picture = node?.type.name === 'image' ? String(node.attrs.alt ?? '') : null;
  const link = marks.find(({ type }) => type.name === 'link');
  return { on, link: link ? String(link.attrs.href) : null, isInTable, picture, language };
}

/** Those of the first text in the selection. */
function marksBetween({ doc, selection: { from, to } }: ProseState) {
  let found: ProseState['storedMarks'] = null;
  doc.nodesBetween(from, to, (node) => {
    if (node.isText && found === null) found = node.marks;
    return found === null;
  });
  return found ?? [];
}
