import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { expect } from './test';

/** Waits for the mail with these words in its subject, in the mailbox of a server without SMTP_URL. */
export async function readMail(
  { dataDir }: { dataDir: string },
  to: string,
  subject: RegExp,
): Promise<Email> {
  let found: Email | undefined;
  const look = async () => {
    const mails = await Promise.all(
      mailsIn(join(dataDir, 'mail')).map((one) => PostalMime.parse(one)),
    );
    found = mails.find((mail) => mail.to?.[0]?.address === to && subject.test(mail.subject ?? ''));
    return found !== undefined;
  };
  await expect.poll(look, { message: `mail to ${to}: ${subject}`, timeout: 20_000 }).toBe(true);
  return found as Email;
}

/** The one address in a mail that leads to a page for it. */
export async function linkInMail(
  server: { dataDir: string },
  to: string,
  subject: RegExp,
): Promise<string> {
  const { text = '' } = await readMail(server, to, subject);
  return /https?:\/\/\S+\/(?:verify|reset|invite)\/[\w-]+/.exec(text)?.[0] ?? '';
}

function mailsIn(folder: string): Buffer[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(folder, name)));
  } catch {
    return [];
  }
}
