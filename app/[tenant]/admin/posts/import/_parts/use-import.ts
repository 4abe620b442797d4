'use client';

import { useState } from 'react';
import { batchesOf, withoutTwins } from '@/lib/admin/porting/batches';
import type { ImportBatch } from '@/lib/admin/porting/import-batch';
import type { ItemReport } from '@/lib/admin/porting/item-report';
import type { PostFile } from '@/lib/admin/porting/post-file';
import { useAddress } from '@/lib/ui/base-path';
import { sendBatch } from './send-batch';

export type ImportOptions = Pick<ImportBatch, 'onConflict' | 'authorId'>;

/** Where an import is. */
export interface ImportState {
  phase: 'choosing' | 'reading' | 'checking' | 'checked' | 'importing' | 'done';
  /** Files that are through, of so many. */
  done: number;
  total: number;
  reports: ItemReport[];
  /** Files of archives that are no Markdown. */
  leftOut: number;
  /** Why it stands still. */
  failure: string | null;
}

const start: ImportState = {
  ...{ phase: 'choosing', done: 0, total: 0, reports: [], leftOut: 0, failure: null },
};

/** True for what an import would write. */
export function isWritten({ outcome }: ItemReport): boolean {
  return outcome === 'new' || outcome === 'replaced' || outcome === 'copied';
}

/**
 * Reads files in the browser and sends them in batches: first to be checked, then what the check found
 * fit, to be imported. What failed on the way can be done again: what is there already is unchanged.
 */
export function useImport() {
  const address = useAddress();
  const [state, setState] = useState(start);
  const [files, setFiles] = useState<PostFile[]>([]);
  const update = (part: Partial<ImportState>) => setState((before) => ({ ...before, ...part }));
  const send = (batch: ImportBatch) => sendBatch(address('/api/posts/import'), batch);

  async function check(chosen: File[], options: ImportOptions): Promise<void> {
    setState({ ...start, phase: 'reading' });
    // Unpacking is needed here alone.
    const { readUploads } = await import('@/lib/admin/porting/read-uploads');
    const uploads = chosen.map((file) => ({
      ...{ name: file.name, size: file.size, open: async () => file },
    }));
    const { files: read, refused, leftOut } = await readUploads(uploads);
    setFiles(read);
    update({ phase: 'checking', total: read.length, leftOut });
    const reports: ItemReport[] = [];
    const nothing = { title: '', slug: '', version: null, id: null, notes: [] };
    const unread = refused.map((one) => ({ ...nothing, ...one, outcome: 'refused' as const }));
    try {
      for (const items of batchesOf(read)) {
        const taken = reports.filter(({ outcome }) => outcome === 'new' || outcome === 'copied');
        const batch = { ...options, dryRun: true, taken: taken.length, items };
        reports.push(...(await send(batch)));
        update({ done: reports.length });
      }
      update({ phase: 'checked', reports: [...unread, ...withoutTwins(reports)] });
    } catch (error) {
      setState({ ...start, failure: wordsOf(error) });
    }
  }

  async function bring(options: ImportOptions): Promise<void> {
    const byName = new Map(files.map((file) => [file.name, file]));
    const wanted = state.reports.flatMap((report) => {
      const file = isWritten(report) ? byName.get(report.name) : undefined;
      return file ? [{ ...file, version: report.version }] : [];
    });
    update({ phase: 'importing', done: 0, total: wanted.length, failure: null });
    const answers = new Map<string, ItemReport>();
    const merged = () => state.reports.map((report) => answers.get(report.name) ?? report);
    try {
      for (const items of batchesOf(wanted)) {
        const reports = await send({ ...options, dryRun: false, items });
        for (const report of reports) answers.set(report.name, report);
        update({ done: answers.size });
      }
      update({ phase: 'done', reports: merged() });
    } catch (error) {
      const left = wanted.length - answers.size;
      const words = `${wordsOf(error)} ${answers.size} of ${wanted.length} posts are imported. Check again to go on with the other ${left}.`;
      setState({ ...start, failure: words });
    }
  }

  return { state, check, bring, reset: () => setState(start) };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The import stopped.';
}
