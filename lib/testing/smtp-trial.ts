import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach } from 'vitest';
import { env } from '../env';
import type { Mail } from '../mail/mail-message';
import { sendMail } from '../mail/send-mail';
import { type MailServer, startMailServer } from './mail-server';

/** A message with what is hard to carry: letters that are not ASCII, lines that begin with a dot. */
export const trialMail: Mail = {
  key: 'welcome:1',
  to: { name: 'Ada Löwe', address: 'ada@example.com' },
  fromName: 'ACME',
  subject: 'You are a member of ACME – “welcome”',
  text: 'Hello Ada,\n.\n..and a line that begins with a dot',
  html: '<p>Hello Ada Löwe</p>',
};

/** A mail server for each test, which SMTP_URL names. */
export interface SmtpTrial {
  /** Starts it; what stands before and after the host in SMTP_URL may be given. */
  listen(options?: SMTPServerOptions, auth?: string, query?: string): Promise<MailServer>;
  /** Sends the message and gives what went wrong. */
  fault(): Promise<Error>;
  stop(): Promise<void>;
}

/** Sets a trial up for the tests of a file. Call it at the top of the file. */
export function prepareSmtpTrial(): SmtpTrial {
  let server: MailServer | undefined;
  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  beforeEach(() => {
    env().MAIL_FROM = 'Tenantry <post@example.com>';
  });
  afterEach(async () => {
    await stop();
    env().SMTP_URL = undefined;
  });
  return {
    async listen(options = {}, auth = '', query = '') {
      server = await startMailServer(options);
      env().SMTP_URL = `smtp://${auth}127.0.0.1:${server.port}${query}`;
      return server;
    },
    fault: () =>
      sendMail(trialMail).then(
        () => new Error('It was sent.'),
        (error) => error,
      ),
    stop,
  };
}
