import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { PermanentFailure } from '../jobs/handler';
import { smtpAnswer } from '../testing/mail-server';
import { prepareSmtpTrial, trialMail } from '../testing/smtp-trial';
import { sendMail } from './send-mail';

const password = 'hunter2 & söhne';
const trial = prepareSmtpTrial();
const { listen, fault } = trial;

describe('signing in', () => {
  const user = (given = password): string => `post:${encodeURIComponent(given)}@`;
  const secured: SMTPServerOptions = {
    authOptional: false,
    hideSTARTTLS: false,
    onAuth: ({ username, password: given }, _session, callback) =>
      given === password
        ? callback(null, { user: username })
        : callback(smtpAnswer(535, `No: ${username} ${given}`)),
  };
  const trusting = '?requireTLS=true&tls.rejectUnauthorized=false';

  test('goes over STARTTLS, with any characters in the password', async () => {
    const { taken } = await listen(secured, user(), trusting);
    await sendMail(trialMail);
    expect(taken).toMatchObject([{ user: 'post', isSecure: true }]);
  });

  test('with a wrong password names SMTP_URL, and never the password', async () => {
    for (const wrong of ['letmein & söhne', 'plain']) {
      await trial.stop();
      await listen(secured, user(wrong), trusting);
      const error = await fault();
      expect(error.message).toMatch(/did not accept the user and password of SMTP_URL.*535/);
      expect(error).not.toBeInstanceOf(PermanentFailure);
      const told = `${error.message} ${error.stack} ${JSON.stringify(error)} ${error.cause}`;
      for (const secret of [wrong, encodeURIComponent(wrong), btoa(encodeURI(wrong))])
        expect(told).not.toContain(secret);
    }
  });

  test('to a server whose certificate nobody vouches for is not tried', async () => {
    const { taken } = await listen(secured, user());
    const error = await fault();
    expect(error.message).toMatch(/mail server of SMTP_URL is not secure: .*certificate/);
    expect([taken, error instanceof PermanentFailure]).toEqual([[], false]);
  });

  test('without TLS is not tried where the address asks for it', async () => {
    const { taken } = await listen(
      { ...secured, disabledCommands: ['STARTTLS'] },
      user(),
      trusting,
    );
    expect((await fault()).message).toMatch(/SMTP_URL is not secure/);
    expect(taken).toEqual([]);
  });

  test('that was forgotten is told as the server tells it', async () => {
    await listen({ ...secured, hideSTARTTLS: true });
    expect((await fault()).message).toMatch(/530/);
  });
});
