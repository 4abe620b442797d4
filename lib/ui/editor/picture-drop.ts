import { Plugin, PluginKey } from '@milkdown/prose/state';
import { Decoration, DecorationSet, type EditorView } from '@milkdown/prose/view';
import type { StoredPicture, SurfaceOptions } from './surface-types';

type Options = Pick<SurfaceOptions, 'store' | 'onFault'>;
type Step = { add: { id: object; at: number; face: HTMLElement } } | { remove: object };

const key = new PluginKey<DecorationSet>('picture-drop');

/**
 * Stores pictures that are dropped or pasted into a text. While one is on its way a line tells how
 * far; the text may be changed meanwhile, and the picture lands where the line stands by then.
 */
export function pictureDrop({ store, onFault }: Options) {
  function add(view: EditorView, files: File[], at: number): void {
    if (store) for (const file of files) void put(view, file, at, store);
    else onFault('Pictures cannot be stored here.');
  }

  async function put(view: EditorView, file: File, at: number, way: NonNullable<typeof store>) {
    const id = {};
    const face = faceOf(file.name);
    view.dispatch(view.state.tr.setMeta(key, { add: { id, at, face: face.line } }));
    try {
      const picture = await way(file, face.tell);
      insert(view, id, picture);
    } catch (error) {
      view.dispatch(view.state.tr.setMeta(key, { remove: id }));
      onFault(`${file.name}: ${error instanceof Error ? error.message : 'It was not stored.'}`);
    }
  }

  function insert(view: EditorView, id: object, { address, alt }: StoredPicture): void {
    const [place] =
      key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
    const { tr, schema } = view.state;
    tr.setMeta(key, { remove: id });
    const image = schema.nodes.image?.create({ src: address, alt });
    // Whoever deleted the place meanwhile did not want the picture.
    view.dispatch(place && image ? tr.replaceWith(place.from, place.from, image) : tr);
  }

  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, known) {
        const set = known.map(tr.mapping, tr.doc);
        const step = tr.getMeta(key) as Step | undefined;
        if (!step) return set;
        if ('remove' in step)
          return set.remove(set.find(undefined, undefined, (spec) => spec.id === step.remove));
        const { id, at, face } = step.add;
        return set.add(tr.doc, [Decoration.widget(at, face, { id })]);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste: (view, event) => take(view, event.clipboardData, view.state.selection.from),
      handleDrop(view, event) {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return take(view, event.dataTransfer, at ?? view.state.selection.from);
      },
    },
  });

  function take(view: EditorView, data: DataTransfer | null, at: number): boolean {
    // Programs that copy tables send a picture of them as well; the text is what is meant.
    if (data?.getData('text/plain') !== '') return false;
    const files = [...data.files];
    if (files.length === 0 || !view.editable) return false;
    add(view, files, at);
    return true;
  }

  return { plugin, add };
}

function faceOf(name: string) {
  const line = document.createElement('span');
  line.className = 'picture-coming';
  line.setAttribute('role', 'status');
  const tell = (share: number) => {
    line.textContent = `Storing ${name}, ${Math.round(share * 100)} %`;
  };
  tell(0);
  return { line, tell };
}
