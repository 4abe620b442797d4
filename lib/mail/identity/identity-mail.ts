import { z } from 'zod';
import { findWaitingLink } from '../../auth/links/find-waiting-link';
import { readLink } from '../../auth/links/read-link';
import { definePlatformHandler } from '../../jobs/handler';
import { sendBrandedMail } from '../send-branded-mail';
import { linkMail } from './link-mails';
import { findSender } from './mail-sender';
import { noticeMail, noticeSchema } from './notice-mails';

const schema = z.union([
  z.object({ link: z.uuid() }),
  // Somebody asks for the mail of an account that waits for its link, once more.
  z.object({ again: z.string() }),
  noticeSchema,
]);

/**
 * Writes the mails about accounts: links that are used once, and what somebody has to know. The
 * database asks for them in the transaction of what they are about. Whether an address is known is
 * found out here, where nobody waits for an answer.
 */
export const identityMail = definePlatformHandler({
  kind: 'identity-mail',
  schema,
  run: async ({ id, payload }) => {
    const order = payload as z.output<typeof schema>;
    if ('link' in order) return mailLink(order.link, `identity-mail:${order.link}`);
    if ('again' in order) {
      const link = await findWaitingLink(order.again);
      return link ? mailLink(link, `identity-mail:${link}:${id}`) : undefined;
    }
    const sender = await findSender(order.tenantId);
    if (!sender) return;
    const to = { name: order.name, address: order.email };
    const envelope = { key: `identity-mail:notice:${id}`, to };
    await sendBrandedMail(sender, envelope, noticeMail(order, sender));
  },
});

async function mailLink(id: string, key: string): Promise<void> {
  const link = await readLink(id);
  const sender = link?.state === 'open' ? await findSender(link.tenantId) : null;
  const content = link && sender && linkMail(link, sender);
  if (!content) return;
  // What a stranger typed is nobody's name.
  const name = link.account === 'none' ? '' : (link.personName ?? '');
  await sendBrandedMail(sender, { key, to: { name, address: link.email } }, content);
}
