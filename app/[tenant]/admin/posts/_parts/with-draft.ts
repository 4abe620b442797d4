import type { PostDraft } from '@/lib/admin/publishing/post-draft';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Choice } from '@/lib/ui/kit-types';

/**
 * A post as its editor shows it: with what is written and not published.
 *
 * @param choices - the first records of relation fields, for the labels of what was chosen.
 * @returns the post itself where nothing waits, or nothing that differs.
 */
export function withDraft(
  record: ResourceRecord,
  draft: PostDraft | null,
  choices: Record<string, Choice[]>,
): { record: ResourceRecord; isWaiting: boolean } {
  const changed = Object.entries(draft?.values ?? {}).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(record.values[name]),
  );
  if (changed.length === 0) return { record, isWaiting: false };
  const related = { ...record.related };
  for (const [name, value] of changed) {
    const known = related[name];
    if (!known) continue;
    const ids = [value ?? []].flat().map(String);
    const rows = [...known, ...(choices[name] ?? []).map((one) => ({ ...one, trashed: false }))];
    related[name] = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }
  const values = { ...record.values, ...Object.fromEntries(changed) };
  return { record: { ...record, values, related }, isWaiting: true };
}
