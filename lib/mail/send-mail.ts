import { createTransport } from 'nodemailer';
import { env, isServerless } from '../env';
import { PermanentFailure } from '../jobs/handler';
import { rootDomains } from '../tenancy/tenant-address';
import { keepMail } from './keep-mail';
import { mailFolder } from './mail-folder';
import { cleanMail, type Mail, mailId } from './mail-message';
import { smtpFault } from './smtp-fault';

const patienceMilliseconds = 10_000;

/**
 * Sends a message: through SMTP_URL, or without one into the local mailbox, DATA_DIR/mail. The same
 * key gives the same file and the same Message-ID, so that a repetition is none, or can be seen to
 * be one.
 *
 * @throws PermanentFailure where there is neither a mail server nor a disk, and where the server
 *   refuses the recipient or the message for good; else a sentence on what is wrong with SMTP_URL.
 */
export async function sendMail(given: Mail): Promise<void> {
  const mail = cleanMail(given);
  const { SMTP_URL } = env();
  const message = composed(mail);
  if (SMTP_URL) return sendBySmtp(SMTP_URL, message);
  if (isServerless()) {
    throw new PermanentFailure(
      'Mail cannot be sent: SMTP_URL is not set, and this host keeps no files.',
    );
  }
  const local = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message: bytes } = await local.sendMail(message);
  await keepMail(mailFolder(), mailId(mail.key), bytes as Buffer);
}

function composed(mail: Mail) {
  const address = senderAddress();
  const [domain = 'localhost'] = address.split('@').slice(1);
  return {
    from: { name: mail.fromName, address },
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mailId(mail.key)}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    // Texts are ours: nothing in them may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function sendBySmtp(url: string, message: ReturnType<typeof composed>): Promise<void> {
  try {
    const transport = createTransport({
      connectionTimeout: patienceMilliseconds,
      greetingTimeout: patienceMilliseconds,
      socketTimeout: patienceMilliseconds,
      // Its query may say otherwise.
      url,
    });
    await transport.sendMail(message).finally(() => transport.close());
  } catch (error) {
    throw smtpFault(error, url);
  }
}

/** The address of MAIL_FROM, without the name before it. */
function senderAddress(): string {
  const given = env().MAIL_FROM;
  return given?.match(/<(.+)>$/)?.[1] ?? given ?? `no-reply@${rootDomains()[0]}`;
}
