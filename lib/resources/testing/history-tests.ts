import { describe, expect, test } from 'vitest';
import { createRecord } from '../create-record';
import { getRecord } from '../find-record';
import { recordHistory } from '../record-history';
import { restoreRecords } from '../restore-records';
import { restoreVersion } from '../restore-version';
import { trashRecords } from '../trash-records';
import { updateRecord } from '../update-record';
import type { Suite } from './resource-suite';

export function testHistory({ resource, world, input, text, unique }: Suite): void {
  describe('its history', () => {
    test('tells who changed what, newest first', async () => {
      const { acme } = world();
      const given = input(1, acme);
      const { id } = await createRecord(acme.ctx, resource, given);
      const bob = { ...acme.ctx, actor: { id: acme.authorId, name: 'Bob' } };
      await updateRecord(bob, resource, id, 1, { [text]: 'Second' });
      await updateRecord(acme.ctx, resource, id, 2, { [text]: 'Third' });
      await trashRecords(acme.ctx, resource, { ids: [id] });
      await restoreRecords(acme.ctx, resource, { ids: [id] });
      const { versions, older } = await recordHistory(acme.ctx, resource, id);
      expect(older).toBeNull();
      expect(versions.map(({ version, by, current }) => [version, by?.name, current])).toEqual([
        [5, 'Ada', true],
        [4, 'Ada', false],
        [3, 'Ada', false],
        [2, 'Bob', false],
        [1, 'Ada', false],
      ]);
      expect(versions[2]?.changes).toMatchObject([
        { field: text, before: 'Second', after: 'Third' },
      ]);
      expect(versions[1]?.changes).toMatchObject([{ field: 'deletedAt', before: null }]);
      expect(versions[4]?.changes).toEqual([]);
      const times = versions.map(({ at }) => Date.parse(at));
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });

    test('is read in pages', async () => {
      const { acme } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      for (let n = 1; n <= 24; n += 1) {
        await updateRecord(acme.ctx, resource, id, null, { [text]: `Title ${n}` });
      }
      const first = await recordHistory(acme.ctx, resource, id);
      expect(first.versions.map(({ version }) => version)).toEqual(range(25, 6));
      const second = await recordHistory(acme.ctx, resource, id, { before: first.older ?? 0 });
      expect(second.versions.map(({ version }) => version)).toEqual(range(5, 1));
      expect(second.older).toBeNull();
      const last = second.versions[3];
      expect(last?.changes).toMatchObject([{ field: text, after: 'Title 1' }]);
    });

    test('gives an old version back as a new one', async () => {
      const { acme } = world();
      const given = input(1, acme);
      const { id } = await createRecord(acme.ctx, resource, given);
      const name = (await getRecord(acme.ctx, resource, id)).values[unique];
      await updateRecord(acme.ctx, resource, id, 1, { [text]: 'New', [unique]: 'elsewhere' });
      await expect(restoreVersion(acme.ctx, resource, id, 1, 1)).rejects.toMatchObject({
        code: 'conflict',
      });
      const restored = await restoreVersion(acme.ctx, resource, id, 1, 2);
      expect(restored).toMatchObject({ version: 3, told: [] });
      const record = await getRecord(acme.ctx, resource, id);
      expect(record.values).toMatchObject({ ...given, [unique]: name });
      // By today's rules: the name may be somebody else's by now.
      await updateRecord(acme.ctx, resource, id, 3, { [unique]: 'elsewhere' });
      await createRecord(acme.ctx, resource, { ...input(2, acme), [unique]: name });
      await expect(restoreVersion(acme.ctx, resource, id, 3, null)).rejects.toMatchObject({
        code: 'bad_input',
        errors: { fields: { [unique]: [`“${name}” is taken.`] } },
      });
      for (const version of [0, -1, 1.5, 99, 2 ** 40, Number.NaN]) {
        await expect(restoreVersion(acme.ctx, resource, id, version, null)).rejects.toMatchObject({
          code: 'not_found',
        });
      }
    });
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, at) => from - at);
}
