import { notFound } from 'next/navigation';
import { clientAddress } from '../auth/client-address';
import { env, hasEmbeddedDatabase, isProduction, isServerless } from '../env';
import { isMailboxOpen } from '../mail/mailbox/is-mailbox-open';
import { rootDomains } from '../tenancy/tenant-address';
import { rootVisitorPage } from './console-page';
import { requestFacts } from './request-facts';

/** The door of the local mailbox. Anywhere but on a developer's own machine there is no such page. */
export async function mailboxPage(): Promise<void> {
  await rootVisitorPage();
  const { headers } = await requestFacts();
  const { SMTP_URL: smtpUrl, TRUST_PROXY: trustProxy } = env();
  const isOpen = isMailboxOpen({
    ...{ smtpUrl, trustProxy, headers, address: clientAddress(headers) },
    isProduction: isProduction(),
    hasEmbeddedDatabase: hasEmbeddedDatabase(),
    isServerless: isServerless(),
    rootDomain: rootDomains()[0],
  });
  if (!isOpen) notFound();
}
