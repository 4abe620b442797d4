import { brandedMail, type MailContent } from './branded-mail';
import type { Mail } from './mail-message';
import { sendMail } from './send-mail';

/**
 * Sends a message in somebody's name and colour; its title is the subject.
 *
 * @param from - the tenant, or the platform.
 * @throws whatever sendMail throws.
 */
export async function sendBrandedMail(
  from: Parameters<typeof brandedMail>[0],
  envelope: Pick<Mail, 'key' | 'to'>,
  content: MailContent,
): Promise<void> {
  const mail = { ...envelope, fromName: from.name, subject: content.title };
  await sendMail({ ...mail, ...brandedMail(from, content) });
}
