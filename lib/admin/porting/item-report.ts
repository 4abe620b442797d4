import type { FileFault } from './post-file';

/** What becomes, or became, of a file. */
export type Outcome = 'new' | 'replaced' | 'copied' | 'unchanged' | 'skipped' | 'refused';

/** One file's line of a report. */
export interface ItemReport {
  name: string;
  outcome: Outcome;
  /** Empty where the file could not be read that far. */
  title: string;
  slug: string;
  /** Of the post that is there: an import gives it back, so that nothing newer is written over. */
  version: number | null;
  /** The post, where there is one. */
  id: string | null;
  /** What else happens: topics that are made, names that mean nothing here. */
  notes: string[];
  /** Why it is refused. */
  faults: FileFault[];
}

/** The report of a file that cannot be imported. */
export function refusedReport(
  name: string,
  faults: FileFault[],
  known: Partial<ItemReport> = {},
): ItemReport {
  const nothing = { title: '', slug: '', version: null, id: null, notes: [] };
  return { ...nothing, ...known, name, outcome: 'refused', faults };
}
