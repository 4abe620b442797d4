import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { noteDevice } from '../auth/known-device';
import { lockOut } from '../auth/lock-out';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { twoFactorTrial } from '../testing/two-factor-trial';

const trial = twoFactorTrial();
const dataDir = mkdtempSync(join(tmpdir(), 'tenantry-mail-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function mails(): Promise<string[]> {
  Object.assign(env(), { DATA_DIR: dataDir, SMTP_URL: undefined });
  await trial.owner`delete from platform.jobs`;
  const { jobs } = await drainJobs(trial.client, wiring);
  expect(jobs).toMatchObject({ retry: 0, dead: 0 });
  const folder = join(dataDir, 'mail');
  const all = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  rmSync(folder, { recursive: true });
  return all.map((mail) => mail.replace(/=\r\n/g, '').replaceAll('=3D', '='));
}

test('a new device is told once, with when, what, from where, and what to do', async () => {
  const { ada, acme } = trial;
  await noteDevice(await trial.open(ada.userId, null), 'a', 'r', trial.client);
  await noteDevice(await trial.open(ada.userId, acme.id), 'b', 'r', trial.client);
  const [mail = '', ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatch(/^To: ada <ada@people.test>$/m);
  expect(mail).toMatch(/^Subject: New sign-in to your account$/m);
  for (const words of [
    'at ACME',
    'Firefox',
    '10.0.0.7',
    'UTC',
    'change your password',
    '/account',
  ]) {
    expect(mail).toContain(words);
  }
});

test('each of the rest has words of its own, and none a secret', async () => {
  const { ada, bob, acme } = trial;
  const { secret, codes } = await trial.turnOn(ada);
  const attempt = { realm: acme.id, address: '10.0.0.9', userAgent: 'curl/8', requestId: 'r' };
  const locked = { email: 'bob@people.test', attempt };
  await lockOut({ ...locked, limit: 'sign-in/account' }, trial.client);
  await lockOut({ ...locked, limit: 'code/account' }, trial.client);
  const all = await mails();
  const subjects = all.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]).toSorted();
  expect(subjects).toEqual([
    'Somebody knows your password',
    'Somebody tried to sign in as you',
    'Two-factor is on',
  ]);
  const text = all.join('\n');
  expect(text).toContain('10 times, at ACME');
  expect(text).not.toMatch(new RegExp([secret, ...codes, ada.sessionId, bob.sessionId].join('|')));
});

test('whoever keeps locking somebody out fills no mailbox', async () => {
  const attempt = { realm: trial.acme.id, address: '10.0.0.9', requestId: 'r' };
  for (const realm of [trial.acme.id, trial.globex.id, null]) {
    const locked = { email: 'bob@people.test', attempt: { ...attempt, realm } };
    await lockOut({ ...locked, limit: 'sign-in/account' }, trial.client);
  }
  expect(await mails()).toHaveLength(1);
  expect(
    (await trial.told()).filter((one) => one.endsWith('platform')),
    'all are logged',
  ).toHaveLength(3);
});

test('who is inactive by then gets nothing', async () => {
  const { ada, owner } = trial;
  await trial.turnOn(ada);
  await trial.turnOn(trial.bob);
  await owner`update platform.users set is_active = false where id = ${ada.userId}`;
  const all = await mails();
  await owner`update platform.users set is_active = true where id = ${ada.userId}`;
  expect(all).toHaveLength(1);
  expect(all[0]).toContain('bob@people.test');
});
