import { expect } from 'vitest';
import { tenantTest } from '../testing/tenant-test/tenant-test';

const test = tenantTest({ rows: async () => {} });

test('a membership carries name and email of its person, and follows when they change', async ({
  world: { owner },
  tenant,
  other,
}) => {
  const { id, name, email } = tenant.people.owner;
  await owner`
    insert into platform.memberships (tenant_id, user_id, name, email)
    values (${other.id}, ${id}, 'Somebody', 'else@example.com')`;
  const read = () => owner`select name, email from platform.memberships where user_id = ${id}`;
  expect([...(await read())]).toEqual(Array(2).fill({ name, email }));
  await owner`update platform.users set name = 'Ada L.', email = 'al@example.com' where id = ${id}`;
  expect([...(await read())]).toEqual(Array(2).fill({ name: 'Ada L.', email: 'al@example.com' }));
});
