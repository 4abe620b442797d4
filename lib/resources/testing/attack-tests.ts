import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { countDependants } from '../count-dependants';
import { createRecord } from '../create-record';
import { deleteForever } from '../delete-forever';
import { exportCsv } from '../export-csv';
import { findRecord, getRecord } from '../find-record';
import type { InvalidInput } from '../invalid-input';
import { listChoices } from '../list-choices';
import { listRecords } from '../list-records';
import { recordHistory } from '../record-history';
import type { Resource } from '../resource';
import type { ResourceContext } from '../resource-context';
import { restoreRecords } from '../restore-records';
import { restoreVersion } from '../restore-version';
import { trashRecords } from '../trash-records';
import { updateRecord } from '../update-record';
import { faultOf, faultsOf } from './form-tests';
import type { Suite } from './resource-suite';
import { listQuery } from './suite-world';

export function testAttacks({ resource, world, input, text }: Suite): void {
  describe('an attack on it', () => {
    test('with what nobody may set is refused, and nothing is written', async () => {
      const { acme, globex, owner } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      const given = {
        tenantId: globex.id,
        tenant_id: globex.id,
        id: randomUUID(),
        version: 7,
        createdAt: '2020-01-01T00:00:00Z',
        deletedAt: null,
        __proto__x: 1,
        constructor: 1,
      };
      for (const [name, value] of Object.entries(given)) {
        const attempts = [
          createRecord(acme.ctx, resource, { ...input(2, acme), [name]: value }),
          updateRecord(acme.ctx, resource, id, 1, { [name]: value }),
        ];
        for (const { errors } of await faultsOf<InvalidInput>(attempts)) {
          expect(errors).toEqual({ fields: {}, general: [`“${name}” cannot be set.`] });
        }
      }
      for (const whole of [null, undefined, 'text', 5, [], [{}]]) {
        const attempt = createRecord(acme.ctx, resource, whole);
        expect(await faultOf(attempt)).toMatchObject({ code: 'bad_input' });
      }
      const [events] = await owner`select count(*)::int as n from platform.events`;
      expect(events?.n).toBe(1);
    });

    test('with wrong types, too much or signs that cannot be stored names each field', async () => {
      const { acme } = world();
      const wrong = [
        {},
        [[]],
        'x\0y',
        'x\uD800y',
        'x'.repeat(400_000),
        -1e308,
        Number.NaN,
        true,
        '9'.repeat(30),
      ];
      let n = 0;
      for (const name of resource.form) {
        for (const value of wrong) {
          n += 1;
          const attempt = createRecord(acme.ctx, resource, { ...input(n, acme), [name]: value });
          const isFine = await attempt.then(
            () => true,
            (error: InvalidInput) => {
              expect(error, `${name}: ${String(value).slice(0, 20)}`).toMatchObject({
                code: 'bad_input',
              });
              expect(Object.keys(error.errors.fields)).toEqual([name]);
              return false;
            },
          );
          // What is no fault in one field is one in most.
          if (isFine) expect(typeof value === 'object').toBe(false);
        }
      }
    });

    test("with another tenant's or a strange id finds nothing and changes nothing", async () => {
      const { acme, globex } = world();
      const { id: theirs } = await createRecord(globex.ctx, resource, input(1, globex));
      await updateRecord(globex.ctx, resource, theirs, 1, { [text]: 'Theirs' });
      for (const id of [theirs, randomUUID(), 'x', '', '1', "' or true", theirs.toUpperCase()]) {
        expect(await findRecord(acme.ctx, resource, id, { trash: true })).toBeNull();
        expect(await countDependants(acme.ctx, resource, [id])).toEqual([]);
        const attempts = [
          getRecord(acme.ctx, resource, id),
          updateRecord(acme.ctx, resource, id, null, { [text]: 'Taken' }),
          recordHistory(acme.ctx, resource, id),
          restoreVersion(acme.ctx, resource, id, 1, null),
        ];
        for (const fault of await faultsOf(attempts)) {
          expect(fault).toMatchObject({ code: 'not_found' });
        }
        for (const act of [trashRecords, restoreRecords, deleteForever]) {
          expect((await act(acme.ctx, resource, { ids: [id] })).done).toEqual([]);
        }
      }
      expect(await getRecord(globex.ctx, resource, theirs)).toMatchObject({
        label: 'Theirs',
        version: 2,
      });
    });

    test('with related rows that are not there or of another tenant is refused', async () => {
      const { acme, globex } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      for (const { name, kind } of Object.values(resource.fields)) {
        if (kind !== 'relation' && kind !== 'relations') continue;
        for (const other of [globex.authorId, randomUUID()]) {
          const value = kind === 'relations' ? [other] : other;
          const attempts = [
            createRecord(acme.ctx, resource, { ...input(2, acme), [name]: value }),
            updateRecord(acme.ctx, resource, id, null, { [name]: value }),
          ];
          for (const { errors } of await faultsOf<InvalidInput>(attempts)) {
            expect(errors.fields[name]?.[0]).toMatch(/^There is no such|does not exist/);
          }
        }
        const offered = await listChoices(acme.ctx, resource, name, { chosen: [globex.authorId] });
        expect(offered.map((row) => row.id)).not.toContain(globex.authorId);
      }
      expect((await getRecord(acme.ctx, resource, id)).version).toBe(1);
    });

    test('without the right is refused by every function itself', async () => {
      const { acme } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      const nobody: ResourceContext = { ...acme.ctx, can: () => false };
      const reader: ResourceContext = {
        ...acme.ctx,
        can: (permission) => permission === resource.permissions.read,
      };
      for (const fault of await faultsOf(readsOf(nobody, resource, id))) {
        expect(fault).toMatchObject({ code: 'forbidden' });
      }
      for (const ctx of [nobody, reader]) {
        const attempts = [
          createRecord(ctx, resource, input(2, acme)),
          updateRecord(ctx, resource, id, 1, { [text]: 'x' }),
          restoreVersion(ctx, resource, id, 1, null),
          trashRecords(ctx, resource, { ids: [id] }),
          restoreRecords(ctx, resource, { ids: [id] }),
          deleteForever(ctx, resource, { ids: [id] }),
        ];
        for (const fault of await faultsOf(attempts)) {
          expect(fault).toMatchObject({ code: 'forbidden' });
        }
      }
      await Promise.all(readsOf(reader, resource, id));
    });
  });
}

function readsOf(ctx: ResourceContext, resource: Resource, id: string): Promise<unknown>[] {
  const related = Object.values(resource.fields).find(({ relation }) => relation);
  return [
    listRecords(ctx, resource, listQuery(resource)),
    findRecord(ctx, resource, id),
    getRecord(ctx, resource, id),
    recordHistory(ctx, resource, id),
    countDependants(ctx, resource, [id]),
    exportCsv(ctx, resource, listQuery(resource)).next(),
    ...(related ? [listChoices(ctx, resource, related.name)] : []),
  ];
}
