import { createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { env } from '../env';
import { PermanentFailure } from '../jobs/handler';
import { smtpAnswer } from '../testing/mail-server';
import { prepareSmtpTrial, trialMail } from '../testing/smtp-trial';
import { sendMail } from './send-mail';

const trial = prepareSmtpTrial();
const { listen, fault } = trial;
const mail = trialMail;

const headersOf = (source: string) =>
  (source.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]/g, ' ').split('\r\n');
/** A part of a message in plain words. */
const partOf = (source: string, type: string) => {
  const [, encoding, body = ''] =
    new RegExp(
      `Content-Type: ${type}[^]*?Content-Transfer-Encoding: (\\S+)\r\n\r\n([^]*?)\r\n--`,
    ).exec(source) ?? [];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

describe('a message that is taken', () => {
  test('has its sender, recipient, subject and both texts, and says that nobody wrote it', async () => {
    const { taken } = await listen();
    await sendMail(mail);
    expect(taken).toMatchObject([{ from: 'post@example.com', to: ['ada@example.com'] }]);
    const source = taken[0]?.source ?? '';
    const headers = headersOf(source);
    expect(headers).toContain('From: ACME <post@example.com>');
    expect(headers).toContain('To: =?UTF-8?Q?Ada_L=C3=B6we?= <ada@example.com>');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers.find((line) => line.startsWith('Subject: '))).toMatch(/^Subject: =\?UTF-8\?/);
    expect(headers.find((line) => line.startsWith('Date: '))).toBeTruthy();
    expect(partOf(source, 'text/plain').replaceAll('\r\n', '\n').trimEnd()).toBe(mail.text);
    expect(partOf(source, 'text/html')).toContain(mail.html);
  });

  test('carries the same Message-ID when it is sent again', async () => {
    const { taken } = await listen();
    await sendMail(mail);
    await sendMail(mail);
    const ids = taken.map(({ source }) => /^Message-ID: .*$/im.exec(source)?.[0]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/@example\.com>$/);
  });

  test.each(['\r\n', '\n', '\r', '\u2028', '\0\u0085'])(
    'has no header that a name with %j in it began, and goes to nobody else',
    async (end) => {
      const { taken } = await listen();
      const typed = `X${end}Bcc: eve@example.com${end}${end}<script>`;
      const to = { name: typed, address: 'ada@example.com' };
      await sendMail({ ...mail, to, fromName: typed, subject: typed });
      expect(taken).toMatchObject([{ to: ['ada@example.com'], from: 'post@example.com' }]);
      const names = headersOf(taken[0]?.source ?? '').map((line) => line.split(':')[0]);
      expect(names.map((name) => name?.toLowerCase())).not.toContain('bcc');
      expect(new Set(names).size).toBe(names.length);
    },
  );
});

describe('a message that is not taken', () => {
  const refusing = (code: number): SMTPServerOptions => ({
    onRcptTo: (_address, _session, callback) => callback(smtpAnswer(code, 'no such mailbox')),
  });

  test('because there is no such recipient is not tried again', async () => {
    await listen(refusing(550));
    const error = await fault();
    expect(error).toBeInstanceOf(PermanentFailure);
    expect(error.message).toBe('The mail server refused the recipient: 550 no such mailbox');
  });

  test('because of what is in it is not tried again', async () => {
    await listen({
      onData: (stream, _session, callback) => {
        stream.resume().on('end', () => callback(smtpAnswer(554, 'spam')));
      },
    });
    const error = await fault();
    expect(error).toBeInstanceOf(PermanentFailure);
    expect(error.message).toBe('The mail server refused the message: 554 spam');
  });

  test('because of its sender names MAIL_FROM, which can be mended', async () => {
    await listen({
      onMailFrom: (_address, _session, callback) => callback(smtpAnswer(553, 'not yours')),
    });
    const error = await fault();
    expect(error).not.toBeInstanceOf(PermanentFailure);
    expect(error.message).toBe('The mail server refused the sender, MAIL_FROM: 553 not yours');
  });

  test('for now is tried again', async () => {
    await listen(refusing(451));
    const error = await fault();
    expect(error).not.toBeInstanceOf(PermanentFailure);
    expect(error.message).toMatch(/451 no such mailbox/);
  });

  test('because nobody listens is tried again', async () => {
    const { port } = await listen();
    await trial.stop();
    const error = await fault();
    expect(error).not.toBeInstanceOf(PermanentFailure);
    expect(error.message).toMatch(
      new RegExp(`of SMTP_URL could not be reached: .*ECONNREFUSED 127.0.0.1:${port}`),
    );
  });

  test.each([
    ['says nothing', ''],
    ['says hello and then nothing', '220 here\r\n'],
  ])('because the server %s ends in time, and is tried again', async (_, greeting) => {
    const sockets = new Set<{ destroy(): void }>();
    const mute = createServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      socket.write(greeting);
    });
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { port: number };
    env().SMTP_URL = `smtp://127.0.0.1:${port}?greetingTimeout=200&socketTimeout=200`;
    const error = await fault();
    expect(error.message).toMatch(/of SMTP_URL could not be reached: .*[Tt]imeout/);
    expect(error).not.toBeInstanceOf(PermanentFailure);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => mute.close(resolve));
  });

  test.each(['smtp://u:%zz@127.0.0.1:1', 'smtp://'])(
    'because of an address that cannot be used, %s, says so',
    async (url) => {
      env().SMTP_URL = url;
      expect((await fault()).message).toMatch(/SMTP_URL/);
    },
  );
});
