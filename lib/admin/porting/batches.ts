import type { ItemReport } from './item-report';

const most = 20;
// JSON writes some signs six times as long.
const mostCharacters = 1_000_000;

/** Divides files into batches that a request can carry. One alone may be larger. */
export function batchesOf<T extends { text: string }>(items: T[]): T[][] {
  const batches: T[][] = [];
  let size = 0;
  for (const item of items) {
    const last = batches.at(-1);
    size += item.text.length;
    if (last && last.length < most && size <= mostCharacters) last.push(item);
    else {
      batches.push([item]);
      size = item.text.length;
    }
  }
  return batches;
}

/** Refuses what has the slug of a file in an earlier batch; within a batch the server has done so. */
export function withoutTwins(reports: ItemReport[]): ItemReport[] {
  const seen = new Map<string, string>();
  return reports.map((report) => {
    const { slug, name, outcome } = report;
    if (outcome === 'refused' || slug === '') return report;
    const twin = seen.get(slug);
    if (twin === undefined) {
      seen.set(slug, name);
      return report;
    }
    const message = `“${twin}” of this import has the same slug, ${slug}.`;
    return { ...report, outcome: 'refused', faults: [{ message }] };
  });
}
