import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { env } from '../env';
import { PermanentFailure } from '../jobs/handler';
import type { Mail } from './mail-message';
import { sendMail } from './send-mail';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tenantry-mail-'));
  Object.assign(env(), {
    DATA_DIR: dataDir,
    SMTP_URL: undefined,
    MAIL_FROM: 'Tenantry <post@example.com>',
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

const mail: Mail = {
  key: 'welcome:1',
  to: { name: 'Ada Löwe', address: 'ada@example.com' },
  fromName: 'ACME',
  subject: 'You are a member of ACME',
  text: 'Hello Ada',
  html: '<p>Hello Ada</p>',
};
const kept = () =>
  readdirSync(join(dataDir, 'mail')).map((name) =>
    readFileSync(join(dataDir, 'mail', name), 'utf8'),
  );
const headersOf = (message = '') =>
  (message.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]/g, ' ').split('\r\n');

describe('the local mailbox', () => {
  test('keeps one file a message, for nobody else’s eyes', async () => {
    await sendMail(mail);
    await sendMail(mail);
    await sendMail({ ...mail, key: 'welcome:2' });
    const names = readdirSync(join(dataDir, 'mail'));
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^[0-9a-f]{32}\.eml$/.test(name))).toBe(true);
    expect(statSync(join(dataDir, 'mail', names[0] ?? '')).mode & 0o077).toBe(0);
    const headers = headersOf(kept()[0]);
    expect(headers).toContain('From: ACME <post@example.com>');
    expect(headers).toContain('Subject: You are a member of ACME');
    expect(headers).toContain('Auto-Submitted: auto-generated');
  });
  test('where nothing may be kept it fails with a clear sentence, for good', async () => {
    vi.stubEnv('VERCEL', '1');
    const sent = sendMail(mail);
    await expect(sent).rejects.toThrow('SMTP_URL is not set');
    await expect(sent).rejects.toBeInstanceOf(PermanentFailure);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('what people typed', () => {
  test.each([
    '\r\nBcc: eve@example.com',
    '\nBcc: eve@example.com',
    '\u2028Bcc: eve@example.com',
    '\0\u0085Bcc: x',
  ])('%j begins no header of its own', async (end) => {
    await sendMail({
      ...mail,
      to: { ...mail.to, name: `Ada${end}` },
      fromName: `ACME${end}`,
      subject: `Hello${end}`,
    });
    const names = headersOf(kept()[0]).map((line) => line.split(':')[0]?.toLowerCase());
    expect(names).not.toContain('bcc');
    expect(
      names.filter((name) => name === 'subject' || name === 'to' || name === 'from'),
    ).toHaveLength(3);
  });
  test.each([
    'ada@example.com, eve@example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    'Eve <eve@example.com>',
    '"eve@example.com x"@example.com',
    'nobody',
    '',
  ])('%j is no address, and trying again would not help', async (address) => {
    const sent = sendMail({ ...mail, to: { name: 'Ada', address } });
    await expect(sent).rejects.toBeInstanceOf(PermanentFailure);
  });
});
