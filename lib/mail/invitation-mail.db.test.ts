import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteOne } from '../admin/invitations/invite-one';
import { type AccountTrial, accountTrial } from '../testing/account-trial';
import { enterAs } from '../testing/tenant-test/enter-as';

let trial: AccountTrial;
beforeAll(async () => {
  trial = await accountTrial();
});
afterAll(() => trial.end());

test('an invitation is in the site’s name, holds the link, and no header of anybody’s making', async () => {
  const { owner, client, acme } = trial;
  const id = await trial.addPerson('ada@example.com', 'correct horse battery');
  const evil = 'Ada\r\nBcc: all@example.com\r\n\r\nX';
  await owner`update platform.users set name = ${evil} where id = ${id}`;
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff)
    values (${acme.id}, ${id}, 'owner', true)`;
  await owner`update platform.tenants set name = ${'Acme\r\nBcc: more@example.com'} where id = ${acme.id}`;
  await trial.mails();
  const ctx = await enterAs({ id, email: 'ada@example.com', name: '' }, acme.id, client);
  const wish = { email: 'new@example.com', role: 'editor', groups: [] };
  const message = 'Come!\r\nBcc: all@example.com\r\n<script>alert(1)</script>';
  await inviteOne(ctx, wish, { days: 1, message });
  const jobs =
    await owner`select payload::text as text from platform.events where type = 'invitation.sent'`;
  const [mail, ...more] = await trial.mails();
  expect(more).toEqual([]);
  expect(mail?.to).toEqual([{ name: '', address: 'new@example.com' }]);
  expect(mail?.subject).toBe('You are invited to Acme Bcc: more@example.com');
  expect(mail?.bcc ?? []).toEqual([]);
  expect(mail?.cc ?? []).toEqual([]);
  expect(mail?.html).not.toContain('<script>');
  expect(mail?.text).toContain('as an editor');
  const token = /\/invite\/([\w-]{64})/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(token).not.toBe('');
  expect(JSON.stringify(jobs), 'no link is kept').not.toContain(token);
  const kept = await owner`
    select (select json_agg(j)::text from platform.jobs j) as jobs,
      (select json_agg(i)::text from platform.invitations i) as rows`;
  expect(JSON.stringify(kept)).not.toContain(token);
});

test('what is revoked before the job runs is not sent', async () => {
  const { owner, client, acme } = trial;
  const [ada] = await owner`select id from platform.users where email = 'ada@example.com'`;
  const ctx = await enterAs({ id: ada?.id, email: '', name: '' }, acme.id, client);
  const wish = { email: 'never@example.com', role: 'member', groups: [] };
  await inviteOne(ctx, wish, { days: 1, message: '' });
  await owner`update platform.invitations set revoked_at = now(), ended_why = 'revoked'`;
  expect(await trial.mails()).toEqual([]);
});
