import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createRecord } from '../create-record';
import { deleteForever } from '../delete-forever';
import { findRecord, getRecord } from '../find-record';
import { listRecords } from '../list-records';
import { restoreRecords } from '../restore-records';
import { trashRecords } from '../trash-records';
import { updateRecord } from '../update-record';
import type { Suite } from './resource-suite';
import { listQuery, type SuiteTenant } from './suite-world';

export function testBulk({ resource, world, input, text, unique }: Suite): void {
  const make = async (tenant: SuiteTenant, n: number) =>
    (await createRecord(tenant.ctx, resource, input(n, tenant))).id;

  describe('its trash', () => {
    test('takes records out of sight and gives them back', async () => {
      const { acme, owner } = world();
      const id = await make(acme, 1);
      expect(await trashRecords(acme.ctx, resource, { ids: [id] })).toMatchObject({
        done: [{ id, label: input(1, acme)[text] }],
        left: [],
      });
      expect(await findRecord(acme.ctx, resource, id)).toBeNull();
      const kept = await getRecord(acme.ctx, resource, id, { trash: true });
      expect(kept).toMatchObject({ version: 2, values: input(1, acme) });
      expect(kept.deletedAt).not.toBeNull();
      const edit = updateRecord(acme.ctx, resource, id, null, { [text]: 'x' });
      await expect(edit).rejects.toMatchObject({ code: 'not_found' });
      const trash = await listRecords(acme.ctx, resource, listQuery(resource, { trash: true }));
      expect(trash.records.map((record) => record.id)).toEqual([id]);
      await restoreRecords(acme.ctx, resource, { ids: [id] });
      const restored = await getRecord(acme.ctx, resource, id);
      expect(restored).toMatchObject({ version: 3, deletedAt: null, values: input(1, acme) });
      const types = await owner`select type from platform.events order by id`;
      expect(types.map(({ type }) => type.split('.')[1])).toEqual([
        'created',
        'trashed',
        'restored',
      ]);
    });

    test('frees a unique name, and restoring asks for it again', async () => {
      const { acme } = world();
      const [first, second] = [await make(acme, 1), await make(acme, 2)];
      const name = (await getRecord(acme.ctx, resource, first)).values[unique];
      await trashRecords(acme.ctx, resource, { ids: [first, second] });
      const given = { ...input(3, acme), [unique]: name };
      const third = await createRecord(acme.ctx, resource, given);
      const result = await restoreRecords(acme.ctx, resource, { ids: [first, second] });
      expect(result.done.map(({ id }) => id)).toEqual([second]);
      expect(result.left).toMatchObject([{ id: first, why: `“${name}” is taken.` }]);
      expect(await findRecord(acme.ctx, resource, first)).toBeNull();
      await trashRecords(acme.ctx, resource, { ids: [third.id] });
      expect((await restoreRecords(acme.ctx, resource, { ids: [first] })).left).toEqual([]);
    });

    test('is the only place to be deleted from for ever', async () => {
      const { acme, owner } = world();
      const [living, trashed] = [await make(acme, 1), await make(acme, 2)];
      await trashRecords(acme.ctx, resource, { ids: [trashed] });
      const result = await deleteForever(acme.ctx, resource, { ids: [living, trashed] });
      expect(result.done.map(({ id }) => id)).toEqual([trashed]);
      expect(result.left).toMatchObject([
        { id: living, why: `There is no such ${resource.singular}.` },
      ]);
      expect(await findRecord(acme.ctx, resource, trashed, { trash: true })).toBeNull();
      expect(await owner`select 1 from revisions where record_id = ${trashed}`).toEqual([]);
      const [event] = await owner`
        select subject_id from platform.events where type = ${`${resource.singular}.deleted`}`;
      expect(event?.subject_id).toBe(trashed);
    });
  });

  describe('many of it at once', () => {
    test('are done as far as they can be, and the rest is told', async () => {
      const { acme, globex } = world();
      const own = await make(acme, 1);
      const foreign = await make(globex, 1);
      const strange = [foreign, randomUUID(), 'no-id', "' or true --", ''];
      const result = await trashRecords(acme.ctx, resource, { ids: [own, own, ...strange] });
      expect(result.done.map(({ id }) => id)).toEqual([own]);
      expect(result.left.map(({ id }) => id)).toEqual(strange);
      const whys = new Set(result.left.map(({ why }) => why));
      expect([...whys]).toEqual([`There is no such ${resource.singular}.`]);
      // Another tenant's id is told by nothing but what was given.
      expect(result.left[0]?.label).toBe(foreign);
      expect((await getRecord(globex.ctx, resource, foreign)).version).toBe(1);
    });

    test('are all that a search finds, in batches, with progress', async () => {
      const { acme, globex } = world();
      for (let n = 1; n <= 105; n += 1) {
        await createRecord(acme.ctx, resource, { ...input(n, acme), [text]: `Batch ${n}` });
      }
      const kept = await make(acme, 200);
      const theirs = await createRecord(globex.ctx, resource, {
        ...input(1, globex),
        [text]: 'Batch of theirs',
      });
      const seen: [number, number][] = [];
      const query = listQuery(resource, { q: 'batch' });
      const onProgress = (done: number, of: number) => seen.push([done, of]);
      const result = await trashRecords(acme.ctx, resource, { query }, { onProgress });
      expect(result.done).toHaveLength(105);
      expect(result).toMatchObject({ left: [], capped: false });
      expect(seen).toEqual([
        [100, 105],
        [105, 105],
      ]);
      expect(await findRecord(acme.ctx, resource, kept)).not.toBeNull();
      expect(await findRecord(globex.ctx, resource, theirs.id)).not.toBeNull();
    });
  });
}
