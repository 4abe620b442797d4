import { editorViewCtx } from '@milkdown/core';
import type { Ctx } from '@milkdown/ctx';
import {
  createCodeBlockCommand,
  insertHrCommand,
  toggleEmphasisCommand,
  toggleInlineCodeCommand,
  toggleStrongCommand,
  turnIntoTextCommand,
  wrapInBlockquoteCommand,
  wrapInBulletListCommand,
  wrapInHeadingCommand,
  wrapInOrderedListCommand,
} from '@milkdown/preset-commonmark';
import {
  addColAfterCommand,
  addRowAfterCommand,
  insertTableCommand,
  toggleStrikethroughCommand,
} from '@milkdown/preset-gfm';
import { lift } from '@milkdown/prose/commands';
import { liftListItem } from '@milkdown/prose/schema-list';
import { NodeSelection, TextSelection } from '@milkdown/prose/state';
import { deleteColumn, deleteRow, deleteTable } from '@milkdown/prose/tables';
import type { EditorView } from '@milkdown/prose/view';
import { callCommand } from '@milkdown/utils';
import { readState } from './read-state';
import type { EditorAct } from './surface-types';

/** Does what a button of the toolbar says: once to put it on, again to take it off. */
export function runAct(ctx: Ctx, act: EditorAct): void {
  const view = ctx.get(editorViewCtx);
  const { on } = readState(view.state);
  const off = on.has(act) ? offs[act] : undefined;
  if (off) off(ctx, view);
  else acts[act](ctx, view);
  view.focus();
}

type Run = (ctx: Ctx, view: EditorView) => void;

const call =
  (command: { key: unknown }, payload?: unknown): Run =>
  (ctx) => {
    callCommand(command.key as never, payload as never)(ctx);
  };
const toText = call(turnIntoTextCommand);
const liftItem: Run = (_, { state, dispatch }) => {
  const item = state.schema.nodes.list_item;
  if (item) liftListItem(item)(state, dispatch);
};

const acts: Record<EditorAct, Run> = {
  heading2: call(wrapInHeadingCommand, 2),
  heading3: call(wrapInHeadingCommand, 3),
  bold: call(toggleStrongCommand),
  italic: call(toggleEmphasisCommand),
  strike: call(toggleStrikethroughCommand),
  code: call(toggleInlineCodeCommand),
  bullets: call(wrapInBulletListCommand),
  numbers: call(wrapInOrderedListCommand),
  quote: call(wrapInBlockquoteCommand),
  codeBlock: call(createCodeBlockCommand),
  table: call(insertTableCommand, { row: 3, col: 3 }),
  rule: call(insertHrCommand),
  addRow: call(addRowAfterCommand),
  addColumn: call(addColAfterCommand),
  removeRow: (_, { state, dispatch }) => void deleteRow(state, dispatch),
  removeColumn: (_, { state, dispatch }) => void deleteColumn(state, dispatch),
  removeTable: (_, { state, dispatch }) => void deleteTable(state, dispatch),
};

const offs: Partial<Record<EditorAct, Run>> = {
  heading2: toText,
  heading3: toText,
  codeBlock: toText,
  bullets: liftItem,
  numbers: liftItem,
  quote: (_, { state, dispatch }) => void lift(state, dispatch),
};

/** Names the language of the code block at the cursor. */
export function setCodeLanguage(view: EditorView, language: string): void {
  const { $from } = view.state.selection;
  if ($from.parent.type.name !== 'code_block') return;
  view.dispatch(view.state.tr.setNodeAttribute($from.before(), 'language', language));
}

/** Says what the selected picture shows; it stays selected. */
export function setPictureAlt(view: EditorView, alt: string): void {
  const { from } = view.state.selection;
  const { tr } = view.state;
  if (tr.doc.nodeAt(from)?.type.name !== 'image') return;
  tr.setNodeAttribute(from, 'alt', alt);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, from)));
}

/** Links the selection or, where nothing is selected, the link or word at the cursor. */
export function setLinkAt(view: EditorView, address: string): void {
  const { state } = view;
  const type = state.schema.marks.link;
  if (!type) return;
  const { from, to } = rangeOfLink(view);
  const { tr } = state;
  tr.removeMark(from, to, type);
  if (address && from === to)
    tr.insertText(address, from).addMark(
      from,
      from + address.length,
      type.create({ href: address }),
    );
  else if (address) tr.addMark(from, to, type.create({ href: address }));
  view.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(to))).setStoredMarks([]),
  );
  view.focus();
}

/** The selection, or the whole link that the cursor stands in. */
function rangeOfLink({ state }: EditorView): { from: number; to: number } {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  const isLinked = (at: number) =>
    $from.parent.child(at).marks.some(({ type }) => type.name === 'link');
  const index = $from.index();
  if (index >= $from.parent.childCount || !isLinked(index)) return { from, to };
  const start = $from.posAtIndex(index);
  return { from: start, to: start + $from.parent.child(index).nodeSize };
}
