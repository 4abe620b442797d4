import { describe, expect, it } from 'vitest';
import { placeColumns } from './column-drops';
import type { TableColumn } from './table-types';

const columns: TableColumn[] = [
  { key: 'state', label: 'State', kind: 'badge' },
  { key: 'author', label: 'Author', kind: 'person' },
  { key: 'readers', label: 'Readers', kind: 'number' },
  { key: 'changed', label: 'Changed', kind: 'date' },
];

describe('columns of a narrow list', () => {
  it('go from the right, the state never', () => {
    const drops = Object.fromEntries(placeColumns(columns).map((c) => [c.key, c.dropBelow]));
    expect(drops.state).toBeNull();
    expect(drops.changed).toBeGreaterThan(drops.readers ?? 0);
    expect(drops.readers).toBeGreaterThan(drops.author ?? 0);
  });

  it('stay where the page says so', () => {
    const kept = placeColumns(columns.map((c) => ({ ...c, keep: c.key === 'changed' })));
    expect(kept.find(({ key }) => key === 'changed')?.dropBelow).toBeNull();
    expect(kept.find(({ key }) => key === 'state')?.dropBelow).not.toBeNull();
  });

  it('leave state and date under the title, the sorted date first', () => {
    const two: TableColumn[] = [
      ...columns,
      {
        key: 'made',
        label: 'Made',
        kind: 'date',
        sort: { href: '?', direction: 'ascending' },
      },
    ];
    const under = placeColumns(two).filter(({ underTitle }) => underTitle);
    expect(under.map(({ key }) => key)).toEqual(['state', 'made']);
  });

  it('only ask for widths that the style sheet has a rule for', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      key: `c${at}`,
      label: 'x',
      kind: 'text' as const,
    }));
    for (const { dropBelow } of placeColumns(many)) {
      expect(dropBelow).toBeGreaterThanOrEqual(28);
      expect(dropBelow).toBeLessThanOrEqual(100);
      expect((dropBelow ?? 0) % 4).toBe(0);
    }
  });
});
