import { notFound } from 'next/navigation';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { creatableFields } from '@/app/_screens/creatable-fields';
import { DoneFlash } from '@/app/_screens/done-flash';
import { type FormStart, fieldSpec, startOf } from '@/app/_screens/field-specs';
import { FormStates } from '@/app/_screens/form-head';
import { firstChoices, guessedStart } from '@/app/_screens/form-start';
import { formatMoment } from '@/app/_screens/format-moment';
import { getRecordOnce } from '@/app/_screens/get-record-once';
import { rightsOf } from '@/app/_screens/list-acts';
import type { Query } from '@/app/_screens/screen-types';
import { HereNow } from '@/app/[tenant]/admin/_parts/here-now';
import { markOf } from '@/lib/admin/publishing/answer-writing';
import { findPostDraft } from '@/lib/admin/publishing/post-draft';
import { findResource } from '@/lib/admin/registry';
import type { MemberContext } from '@/lib/auth/viewer';
import { renderMarkdown } from '@/lib/markdown/render-markdown';
import type { Resource } from '@/lib/resources/resource';
import { adminPlace } from '../../_parts/admin-place';
import { screenActions } from '../../_parts/screen-actions';
import { savePost } from '../actions';
import { editorFields } from './editor-fields';
import { PostEditor } from './post-editor';
import { withDraft } from './with-draft';

interface EditorScreenProps {
  ctx: MemberContext;
  query: Query;
  /** Without one, a new post. */
  id?: string;
}

/** The editor of a post, with what is written at it and not published. Not for an unknown id. */
export async function EditorScreen({ ctx, query, id }: EditorScreenProps) {
  const resource = findResource('posts') as Resource;
  const place = adminPlace(ctx.tenant, 'posts');
  const [stored, draft] = await Promise.all([
    id === undefined ? null : getRecordOnce(ctx, resource, id),
    id === undefined ? null : findPostDraft(ctx, id),
  ]);
  if (id !== undefined && !stored) notFound();
  const fields = resource.form.flatMap((name) => resource.fields[name] ?? []);
  const choices = await firstChoices(ctx, resource, fields, stored, draft?.values);
  const shown = stored && withDraft(stored, draft, choices);
  const start: FormStart = shown
    ? startOf(resource, shown.record, place.dates)
    : guessedStart(ctx, fields, choices);
  const specs = fields.map((field) => fieldSpec({ field, start, choices, dates: place.dates }));
  const version = shown?.isWaiting ? draft?.baseVersion : stored?.version;
  const status = String(stored?.values.status ?? 'draft');
  const body = start.values.body;
  return (
    // Only who writes needs the face that articles are read in.
    <div className={readingFonts}>
      <DoneFlash query={query} resource={resource} base={place.base} />
      <PostEditor
        // No version in it: without scripts React finds the answer of a refused save by this key.
        key={`${id ?? 'new'} ${String(query.at ?? '')}`}
        save={savePost}
        findChoices={screenActions.choices}
        related={
          screenActions.related && {
            form: screenActions.related.form,
            create: screenActions.related.create,
          }
        }
        creatable={creatableFields(ctx, fields, screenActions.related)}
        post={stored && { id: stored.id, version: String(version ?? ''), status }}
        once={crypto.randomUUID()}
        fields={editorFields(specs)}
        stored={start.values}
        times={stored ? startOf(resource, stored, place.dates).values : start.values}
        waiting={
          shown?.isWaiting && draft
            ? {
                by: draft.actorName.split(' ')[0] || 'somebody',
                when: formatMoment(draft.savedAt, place.dates),
              }
            : null
        }
        mark={markOf(stored?.version ?? null, draft?.savedAt)}
        drawn={renderMarkdown(typeof body === 'string' ? body : '', ctx.tenant).content}
        tenant={{ name: ctx.tenant.name, host: ctx.tenant.primaryHost }}
        person={{ id: ctx.viewer.userId }}
        badges={stored ? <FormStates resource={resource} record={stored} /> : null}
        live={<HereNow me={ctx.viewer.userId} />}
        mayAddPictures={ctx.can('media.write')}
        mayDelete={rightsOf(ctx, resource).delete}
      />
    </div>
  );
}
