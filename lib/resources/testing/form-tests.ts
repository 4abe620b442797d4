import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createRecord } from '../create-record';
import type { EditConflict } from '../edit-conflict';
import { findRecord, getRecord } from '../find-record';
import type { InvalidInput } from '../invalid-input';
import { readForm } from '../read-form';
import { updateRecord } from '../update-record';
import type { Suite } from './resource-suite';

/** The fault an attempt ends with. */
export async function faultOf<E>(attempt: Promise<unknown>): Promise<E> {
  return attempt.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error) => error as E,
  );
}

/** The faults of attempts that run side by side. */
export function faultsOf<E>(attempts: Promise<unknown>[]): Promise<E[]> {
  return Promise.all(attempts.map((attempt) => faultOf<E>(attempt)));
}

export function testForms({ resource, world, input, text, unique, table }: Suite): void {
  describe('a record', () => {
    test('is made with its event, and read by its own tenant alone', async () => {
      const { acme, globex, owner } = world();
      const given = input(1, acme);
      const { id, version } = await createRecord(acme.ctx, resource, given);
      expect(version).toBe(1);
      const record = await getRecord(acme.ctx, resource, id);
      expect(record.values).toMatchObject(given);
      expect(record).toMatchObject({ id, version: 1, deletedAt: null, label: given[text] });
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      expect(await findRecord(globex.ctx, resource, id)).toBeNull();
      const events = await owner`
        select tenant_id, type, subject_id, actor_name, request_id, payload from platform.events`;
      expect(events).toMatchObject([
        {
          tenant_id: acme.id,
          type: `${resource.singular}.created`,
          subject_id: id,
          actor_name: 'Ada',
          request_id: 'request-1',
          payload: {
            resource: resource.name,
            label: given[text],
            changes: { [text]: [null, given[text]] },
          },
        },
      ]);
    });

    test('keeps what a change does not name, and its event tells the difference', async () => {
      const { acme, owner } = world();
      const given = input(1, acme);
      const { id } = await createRecord(acme.ctx, resource, given);
      const saved = await updateRecord(acme.ctx, resource, id, 1, { [text]: 'Changed' });
      expect(saved).toMatchObject({ id, version: 2 });
      expect(saved.changed).toContain(text);
      const record = await getRecord(acme.ctx, resource, id);
      expect(record.values).toMatchObject({ ...given, [text]: 'Changed' });
      const [event] = await owner`
        select payload from platform.events where type = ${`${resource.singular}.updated`}`;
      expect(event?.payload.changes).toEqual({ [text]: [given[text], 'Changed'] });
    });

    test('that is saved unchanged, writes nothing', async () => {
      const { acme, owner } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      const before = await getRecord(acme.ctx, resource, id);
      const same = Object.fromEntries(resource.form.map((name) => [name, before.values[name]]));
      const saved = await updateRecord(acme.ctx, resource, id, 1, same);
      expect(saved).toEqual({ id, version: 1, changed: [] });
      expect(await getRecord(acme.ctx, resource, id)).toEqual(before);
      const [count] = await owner`
        select (select count(*) from platform.events) + (select count(*) from revisions) as n`;
      expect(Number(count?.n)).toBe(1);
    });

    test('that somebody else changed, is not saved over (D18)', async () => {
      const { acme } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      const bob = { ...acme.ctx, actor: { id: acme.authorId, name: 'Bob' } };
      await updateRecord(bob, resource, id, 1, { [text]: 'By Bob' });
      const late = updateRecord(acme.ctx, resource, id, 1, { [text]: 'By Ada' });
      const fault = await faultOf<EditConflict>(late);
      expect(fault).toMatchObject({ name: 'EditConflict', code: 'conflict' });
      expect(fault.conflict).toMatchObject({ version: 2, by: 'Bob' });
      expect(fault.conflict.fields.map(({ name }) => name)).toEqual([text]);
      expect((await getRecord(acme.ctx, resource, id)).values[text]).toBe('By Bob');
      for (const version of [99, -1, 0.5, 2 ** 40]) {
        const attempt = updateRecord(acme.ctx, resource, id, version, { [text]: 'x' });
        expect(await faultOf(attempt)).toMatchObject({ code: 'conflict' });
      }
    });

    test('is changed once when two people save one version at once', async () => {
      const { acme } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      const results = await Promise.allSettled(
        ['One', 'Two'].map((word) => updateRecord(acme.ctx, resource, id, 1, { [text]: word })),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await getRecord(acme.ctx, resource, id)).version).toBe(2);
    });

    test('is made once when its form is sent twice', async () => {
      const { acme, globex, owner } = world();
      const once = randomUUID();
      const send = () => createRecord(acme.ctx, resource, input(1, acme), { once });
      const sent = [await send(), ...(await Promise.all([send(), send()]))];
      expect(sent.map(({ id }) => id)).toEqual([once, once, once]);
      // The same id is nothing of another tenant's.
      await createRecord(globex.ctx, resource, input(1, globex), { once });
      const [rows] = await owner`
        select count(*)::int as n, (select count(*)::int from platform.events) as events
        from ${owner(table)} where id = ${once}`;
      expect(rows).toEqual({ n: 2, events: 2 });
    });

    test('cannot take a name of a living one, whatever another tenant has', async () => {
      const { acme, globex, owner } = world();
      const { id } = await createRecord(acme.ctx, resource, input(1, acme));
      const taken = (await getRecord(acme.ctx, resource, id)).values[unique];
      const again = createRecord(acme.ctx, resource, { ...input(2, acme), [unique]: taken });
      expect((await faultOf<InvalidInput>(again)).errors).toEqual({
        fields: { [unique]: [`“${taken}” is taken.`] },
        general: [],
      });
      const theirs = createRecord(globex.ctx, resource, { ...input(2, globex), [unique]: taken });
      expect(await theirs).toMatchObject({ version: 1 });
      const other = await createRecord(acme.ctx, resource, input(3, acme));
      const move = updateRecord(acme.ctx, resource, other.id, 1, { [unique]: taken });
      expect(await faultOf(move)).toMatchObject({ code: 'bad_input' });
      const [rows] = await owner`
        select count(*)::int as n from ${owner(table)} where tenant_id = ${acme.id}
        and id <> ${acme.authorId}`;
      expect(rows?.n).toBe(2);
    });

    test('is read from a form as a browser sends it', async () => {
      const { acme } = world();
      const form = new FormData();
      form.set('$ACTION_ID_1', '');
      form.set('_version', '1');
      form.set('_fields', resource.form.join(' '));
      for (const [name, value] of Object.entries(input(1, acme))) {
        if (value === false) continue;
        for (const one of [value].flat()) form.append(name, value === true ? 'on' : String(one));
      }
      const { id } = await createRecord(acme.ctx, resource, readForm(acme.ctx, resource, form));
      expect((await getRecord(acme.ctx, resource, id)).values).toMatchObject(input(1, acme));
    });
  });
}
