import { describe, expect, test } from 'vitest';
import { createRecord } from '../create-record';
import { exportCsv } from '../export-csv';
import { listRecords } from '../list-records';
import type { Suite } from './resource-suite';
import { listQuery, type SuiteTenant } from './suite-world';

export function testLists({ resource, world, input, text, table }: Suite): void {
  const fill = async (tenant: SuiteTenant, count: number) => {
    const numbers = Array.from({ length: count }, (_, at) => at + 1);
    const saved = await Promise.all(
      numbers.map((n) => createRecord(tenant.ctx, resource, input(n, tenant))),
    );
    return saved.map(({ id }) => id);
  };
  const own = ({ ctx }: SuiteTenant, sort: string, more: object = {}) =>
    listRecords(ctx, resource, listQuery(resource, { sort, perPage: 3, ...more }));
  /** The ids of all pages, walked forwards and then back again. */
  const walk = async (tenant: SuiteTenant, sort: string) => {
    const there: string[][] = [];
    let page = await own(tenant, sort);
    there.push(page.records.map(({ id }) => id));
    while (page.next) {
      page = await own(tenant, sort, { after: page.next });
      there.push(page.records.map(({ id }) => id));
    }
    const back = [page.records.map(({ id }) => id)];
    while (page.previous) {
      page = await own(tenant, sort, { before: page.previous });
      back.unshift(page.records.map(({ id }) => id));
    }
    return { there, back };
  };

  describe('its list', () => {
    test('shows the columns, the total and this tenant alone', async () => {
      const { acme, globex } = world();
      const ids = await fill(acme, 2);
      await fill(globex, 3);
      const page = await own(acme, resource.sort, { perPage: 10 });
      const shown = page.records.filter(({ id }) => id !== acme.authorId);
      expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(ids));
      expect(page.total).toEqual({ count: page.records.length, kind: 'exact' });
      expect(page.next).toBeNull();
      expect(Object.keys(shown[0]?.values ?? {})).toEqual(resource.columns);
    });

    test('is one order over all pages and both ways, ties and empty values included', async () => {
      const { acme, owner } = world();
      await fill(acme, 8);
      const moment = '2026-01-01T10:00:00Z';
      await owner`update ${owner(table)} set updated_at = ${moment} where id in
        (select id from ${owner(table)} where tenant_id = ${acme.id} order by id limit 5)`;
      const [all] = await owner`
        select count(*)::int as n from ${owner(table)} where tenant_id = ${acme.id}`;
      for (const name of [...resource.sortable, 'updatedAt']) {
        for (const sort of [name, `-${name}`]) {
          const { there, back } = await walk(acme, sort);
          expect(new Set(there.flat()).size, sort).toBe(all?.n);
          expect(there.flat(), sort).toHaveLength(all?.n);
          // Walked backwards the last page may be longer; the order is the same.
          expect([...new Set(back.flat())], sort).toEqual(there.flat());
        }
        const [up, down] = [await walk(acme, name), await walk(acme, `-${name}`)];
        expect(down.there.flat()).toEqual(up.there.flat().reverse());
      }
    });

    test('finds by a part of the text, in any case, and its signs mean themselves', async () => {
      const { acme, globex } = world();
      await createRecord(acme.ctx, resource, { ...input(1, acme), [text]: 'Fifty 50%_off\\ SALE' });
      await createRecord(acme.ctx, resource, { ...input(2, acme), [text]: 'Something else' });
      await createRecord(globex.ctx, resource, { ...input(3, globex), [text]: 'Their sale' });
      const found = async (q: string) =>
        (await own(acme, resource.sort, { q })).records.map(({ label }) => label);
      expect(await found('sale')).toEqual(['Fifty 50%_off\\ SALE']);
      for (const q of ['50%_OFF', '%_o', '\\ s']) expect(await found(q), q).toHaveLength(1);
      for (const q of ['%thing%', 's_le', "' or 1=1 --", 'x\\']) {
        expect(await found(q), q).toEqual([]);
      }
      expect((await own(acme, resource.sort, { q: 'zzz' })).total.count).toBe(0);
    });

    test('is exported as CSV, of this tenant alone', async () => {
      const { acme, globex } = world();
      const ids = await fill(acme, 3);
      await fill(globex, 2);
      await createRecord(acme.ctx, resource, { ...input(9, acme), [text]: '=1+1,"x"' });
      let csv = '';
      for await (const part of exportCsv(acme.ctx, resource, listQuery(resource))) csv += part;
      const lines = csv.trimEnd().split('\r\n');
      expect(lines[0]?.split(',')[0]).toBe('id');
      for (const id of ids) expect(csv).toContain(id);
      expect(csv).toContain('"\'=1+1,""x"""');
      const [id = ''] = ids;
      let one = '';
      const only = { only: [id, globex.authorId], bom: true };
      for await (const part of exportCsv(acme.ctx, resource, listQuery(resource), only))
        one += part;
      expect(one.charCodeAt(0)).toBe(0xfeff);
      expect(one.trimEnd().split('\r\n')).toHaveLength(2);
    });
  });
}
