'use client';

import type { ComponentProps } from 'react';
import { SaveFaults } from '@/app/_screens/save-faults';
import { Notice } from '@/lib/ui/list/notice';
import type { AutosaveState } from './autosaver';
import type { useLocalCopy } from './use-local-copy';

interface NoticesProps extends Pick<ComponentProps<typeof SaveFaults>, 'refusal' | 'unsent'> {
  saving: AutosaveState;
  copy: ReturnType<typeof useLocalCopy>;
  waiting: { by: string; when: string } | null;
  post: string | null;
}

/** All a writer must know before going on, above the text. */
export function EditorNotices({ refusal, unsent, saving, copy, waiting, post }: NoticesProps) {
  return (
    <div className="editor-notices">
      <SaveFaults {...{ unsent, refusal }} here={`/admin/posts/${post ?? 'new'}`} />
      {!unsent && (saving.kind === 'away' || saving.kind === 'stopped') ? (
        <Notice tone={saving.kind === 'away' ? 'wait' : 'bad'} role="alert" title="Not saved">
          <p>{saving.why}</p>
        </Notice>
      ) : null}
      {copy.found ? (
        <Notice
          tone="wait"
          role="status"
          title="This browser has a text of this post that was not saved"
          act={
            <>
              <button type="button" className="button plain small" onClick={copy.take}>
                Use it
              </button>
              <button type="button" className="button small" onClick={copy.drop}>
                Throw it away
              </button>
            </>
          }
        >
          <p>It was typed here before the page was closed.</p>
        </Notice>
      ) : null}
      {waiting ? (
        <Notice
          tone="info"
          title="Changes not published"
          act={
            <button
              type="submit"
              form="record-form"
              className="button plain small"
              name="_intent"
              value="discard"
            >
              Discard changes
            </button>
          }
        >
          <p>
            Saved by {waiting.by} {waiting.when}. Readers see the post as it was before.
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
