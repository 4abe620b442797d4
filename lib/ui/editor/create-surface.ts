import {
  defaultValueCtx,
  Editor,
  editorViewCtx,
  editorViewOptionsCtx,
  parserCtx,
  remarkStringifyOptionsCtx,
  rootCtx,
  serializerCtx,
} from '@milkdown/core';
import { clipboard } from '@milkdown/plugin-clipboard';
import { history } from '@milkdown/plugin-history';
import { trailing } from '@milkdown/plugin-trailing';
import {
  commonmark,
  imageSchema,
  remarkPreserveEmptyLinePlugin,
} from '@milkdown/preset-commonmark';
import { gfm } from '@milkdown/preset-gfm';
import { Slice } from '@milkdown/prose/model';
import { $prose } from '@milkdown/utils';
import { codeColours } from './code-colours';
import { runAct, setCodeLanguage, setLinkAt, setPictureAlt } from './editor-commands';
import { pictureDrop } from './picture-drop';
import { readState } from './read-state';
import type { Surface, SurfaceOptions } from './surface-types';
import { watchPlugin } from './watch-plugin';

// Empty paragraphs would be kept as <br>, which no reader's page shows.
const presets = [...commonmark, ...gfm].filter((plugin) => !isEmptyLinePlugin(plugin));

const spelling = { bullet: '-', rule: '-' } as const;

/**
 * Puts a surface to write on into an element. It knows what posts may hold (CommonMark and GFM) and
 * nothing else: whatever is pasted becomes that, and raw HTML stays the text it is.
 *
 * @throws where the text cannot be shown so; the plain Markdown is left to write in then.
 */
export async function createSurface(root: HTMLElement, options: SurfaceOptions): Promise<Surface> {
  let isEditable = true;
  let given: { text: string; isTouched: boolean } = { text: options.text, isTouched: false };
  const drop = pictureDrop(options);
  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, root);
      ctx.set(defaultValueCtx, options.text);
      ctx.update(remarkStringifyOptionsCtx, (known) => ({ ...known, ...spelling }));
      ctx.update(editorViewOptionsCtx, (known) => ({
        ...known,
        editable: () => isEditable,
        attributes: {
          ...{ class: 'prose writing', role: 'textbox', 'aria-multiline': 'true' },
          ...{ 'aria-label': options.label, spellcheck: 'true' },
        },
      }));
    })
    .use(presets)
    .use(withBasePath(options.basePath))
    .use(history)
    .use(clipboard)
    .use(trailing)
    .use($prose(() => codeColours()))
    .use($prose(() => drop.plugin))
    .use(
      $prose(() =>
        watchPlugin({
          onDocument: () => {
            given = { ...given, isTouched: true };
            options.onChange();
          },
          onState: (state) => options.onState(readState(state)),
        }),
      ),
    )
    .create();
  const view = editor.ctx.get(editorViewCtx);
  // What the presets do to a text as they take it in is no change of the writer's.
  given.isTouched = false;
  return {
    text: () =>
      given.isTouched ? editor.ctx.get(serializerCtx)(view.state.doc).trimEnd() : given.text,
    setText(text) {
      const doc = editor.ctx.get(parserCtx)(text);
      const { tr } = view.state;
      view.dispatch(tr.replace(0, view.state.doc.content.size, new Slice(doc.content, 0, 0)));
      given = { text, isTouched: false };
    },
    run: (act) => runAct(editor.ctx, act),
    setLanguage: (language) => setCodeLanguage(view, language),
    setAlt: (alt) => setPictureAlt(view, alt),
    setLink: (address) => setLinkAt(view, address),
    insertPicture({ address, alt }) {
      const node = imageSchema.type(editor.ctx).create({ src: address, alt });
      view.dispatch(view.state.tr.replaceSelectionWith(node).scrollIntoView());
    },
    addFiles: (files) => drop.add(view, files, view.state.selection.to),
    setEditable(next) {
      isEditable = next;
      view.setProps({});
    },
    destroy: () => void editor.destroy(),
  };
}

function isEmptyLinePlugin(plugin: unknown): boolean {
  return [remarkPreserveEmptyLinePlugin].flat().includes(plugin as never);
}

/** Pictures are named by the path on the site; where it stands under a path of its own, they are there. */
function withBasePath(basePath: string) {
  return imageSchema.extendSchema((known) => (ctx) => ({
    ...known(ctx),
    parseDOM: [
      {
        tag: 'img[src]',
        getAttrs: (dom) => {
          const src = dom.getAttribute('data-src') ?? dom.getAttribute('src') ?? '';
          return {
            src,
            alt: dom.getAttribute('alt') ?? '',
            title: dom.getAttribute('title') ?? '',
          };
        },
      },
    ],
    toDOM: ({ attrs: { src, alt, title } }) => [
      'img',
      {
        src: /^\/(?!\/)/.test(src) ? basePath + src : src,
        'data-src': src,
        alt,
        title: title || null,
      },
    ],
  }));
}
