import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AccountTrial, accountTrial } from '../../testing/account-trial';
import { askAgain } from './ask-again';
import { askRegistration } from './ask-registration';

let trial: AccountTrial;
beforeAll(async () => {
  trial = await accountTrial();
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
  await trial.mails();
});

const password = 'correct horse battery';
const address = '192.0.2.7';
const ask = (email: string, name = 'Nora') =>
  askRegistration({ name, email, password }, { tenantId: trial.acme.id, address });

test('what a stranger types is in no mail to somebody else, and begins no header', async () => {
  const name = 'Win at http://evil.test\r\nBcc: all@example.com';
  await ask('calm@example.com', name);
  const [mail] = await trial.mails();
  expect(JSON.stringify(mail)).not.toContain('evil.test');
  expect(mail?.bcc ?? []).toEqual([]);
});

test('the mail is sent again for who waits, and only then', async () => {
  await ask('again@example.com');
  const first = await trial.token();
  await askAgain('again@example.com', address);
  expect(await trial.token()).toBe(first);
  for (const email of ['nobody@example.com', 'known@example.com']) {
    await askAgain(email, address);
  }
  expect(await trial.mails()).toEqual([]);
  for (let n = 0; n < 4; n += 1) await askAgain('again@example.com', address);
  await expect(askAgain('again@example.com', address)).rejects.toThrow(/Too many attempts/);
});

test('an account that is deactivated comes back by no registration', async () => {
  await trial.addPerson('gone@example.com', password);
  await trial.owner`update platform.users set is_active = false where email = 'gone@example.com'`;
  await ask('gone@example.com');
  const [mail] = await trial.mails();
  expect(mail?.subject).toBe('Your account is deactivated');
  expect(mail?.text).not.toContain('/verify/');
});
