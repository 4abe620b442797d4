'use client';

import { useRef, useState } from 'react';
import type { OnConflict } from '@/lib/admin/porting/import-posts';
import { Field } from '@/lib/ui/form/field';
import { SelectInput } from '@/lib/ui/form/select-input';
import type { Choice } from '@/lib/ui/kit-types';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { useHydrated } from '@/lib/ui/use-hydrated';
import { ImportReport } from './import-report';
import { type ImportState, isWritten, useImport } from './use-import';

const conflicts: { id: OnConflict; label: string }[] = [
  { id: 'skip', label: 'Leave it as it is' },
  { id: 'replace', label: 'Replace it; its history keeps what it was' },
  { id: 'copy', label: 'Keep both; the new one gets a number' },
];

/** Chooses files, checks them and imports what is fit. */
export function ImportForm({ authors }: { authors: Choice[] }) {
  const isLive = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const { state, check, bring, reset } = useImport();
  const [missing, setMissing] = useState<string>();
  const isBusy = ['reading', 'checking', 'importing'].includes(state.phase);
  const writes = state.reports.filter(isWritten).length;
  const read = () => {
    const data = new FormData(form.current ?? undefined);
    const files = data.getAll('files').filter((one): one is File => one instanceof File);
    const options = {
      onConflict: String(data.get('onConflict')) as OnConflict,
      authorId: String(data.get('authorId') ?? '') || null,
    };
    return { files: files.filter(({ size }) => size > 0), options };
  };
  const submit = () => {
    const { files, options } = read();
    setMissing(files.length === 0 ? 'Choose the files to import.' : undefined);
    if (files.length > 0) void check(files, options);
  };
  return (
    <div className="settings-groups import-page">
      {isLive ? null : (
        <Notice tone="wait" title="This page needs scripts">
          Files are read in the browser. The command line imports them too.
        </Notice>
      )}
      {state.failure ? (
        <Notice tone="bad" role="alert" title="The import stopped">
          {state.failure}
        </Notice>
      ) : null}
      <Panel>
        <form
          ref={form}
          className="form-stack"
          onChange={reset}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Field
            name="files"
            label="Files"
            help="Markdown files (.md) or zip archives of them, up to 2,000 files of 1.5 MB."
            error={missing}
          >
            <input
              id="field-files"
              name="files"
              type="file"
              multiple
              accept=".md,.markdown,.zip,text/markdown,application/zip"
              aria-describedby="field-files-help"
              disabled={isBusy || !isLive}
            />
          </Field>
          <SelectInput
            name="onConflict"
            label="Where a post has the same slug and says something else"
            choices={conflicts}
            disabled={isBusy}
          />
          <SelectInput
            name="authorId"
            label="Author where a file names none who is known"
            choices={authors}
            defaultValue={authors[0]?.id}
            empty="Refuse such files"
            disabled={isBusy}
          />
          <div className="form-acts">
            {state.phase === 'checked' && writes > 0 ? (
              <button
                type="button"
                className="button primary"
                onClick={() => void bring(read().options)}
              >
                Import {writes} {writes === 1 ? 'post' : 'posts'}
              </button>
            ) : (
              <button type="submit" className="button primary" disabled={isBusy || !isLive}>
                Check
              </button>
            )}
          </div>
          <Progress state={state} />
        </form>
      </Panel>
      {state.reports.length > 0 ? (
        <ImportReport
          reports={state.reports}
          leftOut={state.leftOut}
          isDone={state.phase === 'done'}
        />
      ) : null}
    </div>
  );
}

/** How far it is: always there, so that it is read out when it changes. */
function Progress({ state: { phase, done, total } }: { state: ImportState }) {
  const words = {
    ...{ choosing: '', checked: '', done: '', reading: 'Reading the files' },
    checking: `Checked ${done} of ${total}`,
    importing: `Imported ${done} of ${total}. Stay on this page`,
  }[phase];
  return (
    <div role="status" className="import-progress">
      {words ? (
        <>
          <p>{words}</p>
          {total > 0 ? <progress value={done} max={total} aria-label="Progress" /> : null}
        </>
      ) : null}
    </div>
  );
}
