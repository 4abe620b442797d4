import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { relatedResource } from '@/lib/admin/related-resource';
import { auditResource } from '@/lib/admin/resources/audit';
import { authorsResource } from '@/lib/admin/resources/authors';
import { postsResource } from '@/lib/admin/resources/posts';
import { tagsResource } from '@/lib/admin/resources/tags';
import { postTags } from '@/lib/db/schema/tenant';
import { createRecord } from '@/lib/resources/create-record';
import type { Field } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import type { SuiteTenant } from '@/lib/resources/testing/suite-world';
import { openTwoTenants, type TwoTenants } from '@/lib/testing/two-tenants';
import { creatableFields } from './creatable-fields';
import { toFormData } from './form-data';
import { readRelatedForm } from './read-related-form';
import { runCreateRelated } from './run-create-related';
import type { ScreenActions } from './screen-types';

let tenants: TwoTenants;
let owner: Sql;
let acme: SuiteTenant;
let globex: SuiteTenant;
beforeAll(async () => {
  tenants = await openTwoTenants();
  ({ owner, acme, globex } = tenants);
});
afterAll(() => tenants.close());
beforeEach(async () => {
  await owner`delete from tags`;
  await owner`delete from platform.events`;
});

const target = { from: postsResource, field: 'tags', resource: tagsResource };
const make = (fields: Record<string, string>, ctx = acme.ctx) =>
  runCreateRelated(ctx, target, toFormData({ _resource: 'posts', _field: 'tags', ...fields }));
const without = (permission: string): ResourceContext => ({
  ...acme.ctx,
  can: (asked) => asked !== permission,
});
const formOf = ({ form, fields }: typeof postsResource) =>
  form.map((name) => fields[name] as Field);
const related = { resourceOf: relatedResource } as unknown as ScreenActions['related'];

describe('a record made from a picker', () => {
  test('comes back as the picker shows it, with its event, in this tenant alone', async () => {
    const answer = await make({ name: '  Fresh news ', slug: '' });
    const [row] = await owner`select id, name, slug, tenant_id from tags`;
    expect(row).toMatchObject({ name: 'Fresh news', slug: 'fresh-news', tenant_id: acme.id });
    expect(answer).toEqual({ made: { id: row?.id, label: 'Fresh news' } });
    const events = await owner`select type, subject_id from platform.events`;
    expect(events).toMatchObject([{ type: 'tag.created', subject_id: row?.id }]);
    expect(await owner`select 1 from tags where tenant_id = ${globex.id}`).toHaveLength(0);
  });

  test('is one, however often its form is sent', async () => {
    const _once = crypto.randomUUID();
    const sent = [1, 2, 3].map(() => make({ name: 'Once', slug: 'once', _once }));
    const answers = await Promise.all(sent);
    expect(answers).toEqual(answers.map(() => ({ made: { id: _once, label: 'Once' } })));
    expect(await owner`select 1 from tags`).toHaveLength(1);
  });

  test('is refused with what is wrong beside each field, and what was typed', async () => {
    await make({ name: 'Taken', slug: 'taken' });
    expect(await make({ name: '', slug: 'Not a slug', _once: 'x' })).toMatchObject({
      typed: { name: '', slug: 'Not a slug' },
      errors: [{ name: 'name', label: 'Name' }, { name: 'slug' }],
    });
    expect(await make({ name: 'Another', slug: 'taken' })).toMatchObject({
      errors: [{ name: 'slug', message: '“taken” is taken.' }],
    });
    expect(await make({ name: 'Grab', tenantId: globex.id })).toMatchObject({
      errors: [{ message: '“tenantId” cannot be set.' }],
    });
    expect(await owner`select 1 from tags`).toHaveLength(1);
  });

  test('needs the right to write its own resource', async () => {
    const denied = make({ name: 'Denied' }, without('tags.write'));
    await expect(denied).rejects.toMatchObject({ code: 'forbidden' });
    const looking = { ...target, resource: { ...tagsResource, readOnly: true } };
    const readOnly = runCreateRelated(acme.ctx, looking, toFormData({ name: 'Denied' }));
    await expect(readOnly).rejects.toMatchObject({ code: 'forbidden' });
    expect(await owner`select 1 from tags`).toHaveLength(0);
  });
});

describe('the form in the drawer', () => {
  const dates = { timeZone: 'UTC', locale: 'en-GB' };

  test('has every field of the declaration, and where its slug comes from', async () => {
    const form = await readRelatedForm(acme.ctx, authorsResource, dates);
    expect(form).toMatchObject({
      ...{ resource: 'authors', title: 'name', slug: { field: 'slug', from: 'name' } },
      fields: [
        { kind: 'text', name: 'name', label: 'Name', maxLength: 120 },
        { kind: 'slug', name: 'slug', optional: true },
      ],
    });
    expect((await readRelatedForm(acme.ctx, authorsResource, dates)).once).not.toBe(form.once);
  });

  test('has relations of its own to search in, filled with this tenant’s rows', async () => {
    await createRecord(acme.ctx, tagsResource, { name: 'Ours' });
    await createRecord(globex.ctx, tagsResource, { name: 'Theirs' });
    const { fields } = await readRelatedForm(acme.ctx, postsResource, dates);
    expect(fields.map(({ name }) => name)).toEqual(postsResource.form);
    const tags = fields.find(({ name }) => name === 'tags');
    expect(tags).toMatchObject({ kind: 'relations', choices: [{ label: 'Ours' }] });
  });

  test('is not given to who may not make one', async () => {
    const denied = readRelatedForm(without('tags.write'), tagsResource, dates);
    await expect(denied).rejects.toMatchObject({ code: 'forbidden' });
    const looking = readRelatedForm(acme.ctx, auditResource, dates);
    await expect(looking).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a picker offers to make', () => {
  test('what the person may write, under its own name', () => {
    const fields = formOf(postsResource);
    expect(creatableFields(acme.ctx, fields, related)).toEqual({ authorId: 'author', tags: 'tag' });
    expect(creatableFields(without('tags.write'), fields, related)).toEqual({ authorId: 'author' });
    expect(creatableFields(acme.ctx, fields, undefined)).toEqual({});
  });

  test('nothing where the table has no resource, or one that is only to be looked at', () => {
    const fields = formOf(postsResource);
    const looking = () => ({ ...tagsResource, readOnly: true });
    const nobody = () => undefined;
    for (const resourceOf of [looking, nobody]) {
      const plane = { resourceOf } as unknown as ScreenActions['related'];
      expect(creatableFields(acme.ctx, fields, plane)).toEqual({});
    }
    expect(relatedResource({ table: postTags })).toBeUndefined();
  });
});
