import { createTransport } from 'nodemailer';
import { smtpFault } from './smtp-fault';

const patienceMilliseconds = 5000;

/**
 * Asks the mail server of SMTP_URL whether it would take mail of ours: connects, secures, signs in.
 *
 * @throws Error with a sentence on what is wrong.
 */
export async function checkMailServer(url: string): Promise<void> {
  const transport = createTransport({
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    // Its query may say otherwise.
    url,
  });
  try {
    await transport.verify();
  } catch (error) {
    throw smtpFault(error, url);
  } finally {
    transport.close();
  }
}
