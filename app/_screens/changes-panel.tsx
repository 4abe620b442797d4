import { DiffView } from '@/lib/ui/list/diff-view';
import { Panel } from '@/lib/ui/list/panel';

type Changes = Record<string, [before: unknown, after: unknown]>;

/** What a change changed, field by field. */
export function ChangesPanel({ changes }: { changes: Changes }) {
  const fields = Object.entries(changes).map(([name, [before, after]]) => ({
    name,
    label: labelOf(name),
    before: textOf(before),
    after: textOf(after),
  }));
  if (fields.length === 0) return null;
  return (
    <Panel title="What changed">
      <DiffView fields={fields} />
    </Panel>
  );
}

/** True for the `changes` of an event. */
export function isChanges(value: unknown): value is Changes {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((pair) => Array.isArray(pair) && pair.length === 2);
}

/** A value of a change as text; null where there is none. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((one) => textOf(one) ?? '').join(', ') || null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function labelOf(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
