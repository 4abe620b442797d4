import { expect } from 'vitest';
import { AppError } from '../../errors';
import { notificationTest, setActive } from '../../testing/notification-test';
import { findByAddress } from './find-by-address';

const test = notificationTest();

test('members are found by their addresses, each once, however these are written', async ({
  tenant,
  asOwner,
}) => {
  const { editor, member } = tenant.people;
  const text = `${editor.email.toUpperCase()}, ${member.email};\n${editor.email}\n`;
  expect((await findByAddress(asOwner, text)).sort()).toEqual([editor.id, member.id].sort());
  expect(await findByAddress(asOwner, ' \n')).toEqual([]);
});

test('who is no active member here is named, of another tenant too, and nobody is found', async ({
  world,
  tenant,
  other,
  asOwner,
}) => {
  const { member } = tenant.people;
  await setActive(world, tenant, member, false);
  const strangers = [other.people.editor.email, member.email, 'a@nowhere.test', 'b@nowhere.test'];
  const asked = findByAddress(asOwner, [tenant.people.editor.email, ...strangers].join('\n'));
  const words = `No members here: ${strangers.slice(0, 3).join(', ')} and 1 more.`;
  await expect(asked).rejects.toMatchObject({ fields: { addresses: [words] } });
  const many = Array.from({ length: 501 }, (_, at) => `${at}@nowhere.test`).join(' ');
  await expect(findByAddress(asOwner, many)).rejects.toMatchObject({
    fields: { addresses: ['At most 500 addresses.'] },
  });
});

test('who may not send finds nobody', async ({ tenant, asMember }) => {
  await expect(findByAddress(asMember, tenant.people.owner.email)).rejects.toThrow(AppError);
});
