'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlainField } from '@/app/_screens/field-specs';
import { RecordFields } from '@/app/_screens/record-fields';
import { useMetChoices } from '@/app/_screens/use-met-choices';
import type { FormValues } from '@/lib/api/form-object';
import { useBasePath } from '@/lib/ui/base-path';
import { showToast } from '@/lib/ui/dialog/show-toast';
import { MarkdownEditor } from '@/lib/ui/editor/markdown-editor';
import { HiddenFields } from '@/lib/ui/form/hidden-fields';
import { randomId } from '@/lib/ui/random-id';
import { EditorBar } from './editor-bar';
import { editorMenu } from './editor-menu';
import { EditorNotices } from './editor-notices';
import type { EditorProps } from './editor-types';
import { Inspector } from './inspector';
import { postPictures } from './post-pictures';
import { PublishButton } from './publish-button';
import { ResultPreview } from './result-preview';
import { TitleInput } from './title-input';
import { useAutosave } from './use-autosave';
import { useFollowing } from './use-following';
import { useLocalCopy } from './use-local-copy';
import { useSaveAction } from './use-save-action';
import { useWriting } from './use-writing';
import { WritingBanner } from './writing-banner';

/**
 * Where posts are written. What is typed is saved by itself: into the post while it is a draft, beside
 * it once readers see it; the buttons decide what readers see.
 */
export function PostEditor(props: EditorProps) {
  const { post, stored, fields } = props;
  const basePath = useBasePath();
  const form = useRef<HTMLFormElement>(null);
  const [tab] = useState(randomId);
  const [made, setMade] = useState(post?.id ?? null);
  const [shown, setShown] = useState('post');
  const [named, setNamed] = useState<string | null>(null);
  const { writing, want, reload } = useWriting(`${basePath}/api/editing`, made, tab);
  const reads = useFollowing({ writing, mark: props.mark, reload });
  const { state: saving, saver } = useAutosave(form, !reads, {
    ...{ address: `${basePath}/api/autosave`, tab, once: props.once },
    ...{ post: post?.id ?? null, version: post?.version ?? '' },
    onMade: (id) => {
      setMade(id);
      // From here on the page is that of the post, also when it is loaded again.
      window.history.replaceState(null, '', `${basePath}/admin/posts/${id}`);
    },
  });
  const { send, isPending, unsent, refusal } = useSaveAction(props.save, saver);
  const choices = useMetChoices();
  const faults = saving.kind === 'saved' ? saving.faults : {};
  const errorOf = (name: string) =>
    refusal?.errors.find((fault) => fault.name === name)?.message ?? faults[name];
  const copy = useLocalCopy({ form, saving, saver, person: props.person.id, post: made, stored });
  const text = (name: string) =>
    copy.values?.[name] ?? textOf(refusal?.typed[name] ?? stored[name]);
  useEffect(() => {
    const first = refusal?.errors[0]?.name;
    if (first) setShown(fields.seo.some(({ name }) => name === first) ? 'seo' : 'post');
  }, [refusal, fields.seo]);
  const tell = useCallback((text: string) => showToast(text, { tone: 'bad' }), []);
  const handOver = () => void saver.save().then(() => want('hand-over'));
  const names = [...fields.aside, ...fields.seo].map(({ name }) => name);
  const drawing = `${refusal?.attempt ?? ''} ${copy.drawing} ${reads ? props.mark : ''}`;
  const parts = { ...props, resource: 'posts', refusal, choices, faults };
  const draw = (shown: PlainField[]) => (
    <RecordFields {...parts} fields={shown.map((field) => withTyped(field, copy.values))} />
  );
  const goesOut = textOf(stored.publishedAt);
  const zone = fields.aside.flatMap((one) => ('zone' in one && one.zone ? [one.zone] : []))[0];
  return (
    <form ref={form} id="record-form" className="post-editor" action={send} noValidate>
      <HiddenFields
        fields={{
          ...{ _resource: 'posts', _fields: ['title', 'body', ...names].join(' ') },
          ...(post ? { _id: post.id, _version: refusal?.seen || post.version } : {}),
          ...(post ? {} : { _once: props.once }),
          ...seenTimes(props.times),
        }}
      />
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" name="_intent" value="continue" hidden tabIndex={-1} aria-hidden />
      <EditorBar
        tenant={props.tenant}
        title={named ?? text('title')}
        badges={props.badges}
        state={saving}
        live={props.live}
        previewHref={made ? `/admin/posts/${made}/preview` : null}
        onPreview={() => saver.save()}
        menu={menuOf(props, made)}
        publish={
          <>
            <button
              type="submit"
              className="button plain plain-only"
              name="_intent"
              value="continue"
            >
              Save
            </button>
            <PublishButton
              {...{ form, goesOut, zone }}
              status={post?.status ?? 'draft'}
              disabled={reads || isPending}
            />
          </>
        }
      />
      <div className="editor-columns">
        <div className="editor-main">
          <WritingBanner writing={writing} want={want} onHandOver={handOver} />
          <EditorNotices
            {...{ refusal, unsent, saving, copy }}
            waiting={props.waiting}
            post={made}
          />
          <MarkdownEditor
            key={drawing}
            name="body"
            label="Text"
            defaultValue={text('body')}
            drawn={copy.values ? null : props.drawn}
            error={errorOf('body')}
            disabled={reads}
            {...(props.mayAddPictures ? postPictures(basePath) : {})}
            onFault={tell}
          >
            <TitleInput
              defaultValue={text('title')}
              error={errorOf('title')}
              readOnly={reads}
              onInput={setNamed}
              onEnter={() => form.current?.querySelector<HTMLElement>('.writing')?.focus()}
            />
          </MarkdownEditor>
        </div>
        <fieldset
          key={drawing}
          className="editor-side"
          disabled={reads}
          aria-label="About this post"
        >
          <Inspector
            tab={shown}
            onTab={setShown}
            historyHref={made && `/admin/posts/${made}/history`}
            post={draw(fields.aside)}
            seo={
              <>
                {draw(fields.seo)}
                <ResultPreview form={form} host={props.tenant.host} />
              </>
            }
          />
        </fieldset>
      </div>
    </form>
  );
}

/** A post that was made while this page stood is a draft that may be thrown away. */
function menuOf({ post, mayDelete, stored }: EditorProps, made: string | null) {
  if (!made) return [];
  const status = post?.status ?? 'draft';
  return editorMenu({ id: made, status, slug: textOf(stored.slug), mayDelete });
}

function textOf(value: string | string[] | undefined): string {
  return String([value ?? ''].flat().at(-1) ?? '');
}

function withTyped(field: PlainField, typed: Record<string, string> | null): PlainField {
  const text = typed?.[field.name];
  return text === undefined ? field : ({ ...field, defaultValue: text } as PlainField);
}

/** Inputs know no seconds: a time that comes back as the post has it must not lose them. */
function seenTimes(times: FormValues): Record<string, string> {
  const names = ['publishedAt', 'unpublishAt'];
  return Object.fromEntries(names.map((name) => [`_seen.${name}`, textOf(times[name])]));
}
