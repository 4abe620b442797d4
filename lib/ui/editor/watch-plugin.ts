import { type EditorState, Plugin } from '@milkdown/prose/state';

/** Tells of changes of the text, and of everything that may change what holds at the cursor. */
export function watchPlugin(tell: {
  onDocument(): void;
  onState(state: EditorState): void;
}): Plugin {
  return new Plugin({
    view: () => ({
      update(view, before) {
        if (!before.doc.eq(view.state.doc)) tell.onDocument();
        if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection))
          tell.onState(view.state);
      },
    }),
  });
}
