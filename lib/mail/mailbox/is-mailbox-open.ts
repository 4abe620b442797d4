/** What decides whether mails that were not sent may be read in the browser. */
export interface MailboxFacts {
  /** SMTP_URL: with it, mails are sent and not kept. */
  smtpUrl: string | undefined;
  isProduction: boolean;
  hasEmbeddedDatabase: boolean;
  isServerless: boolean;
  trustProxy: boolean;
  /** The main root domain, without port. */
  rootDomain: string | undefined;
  /** As the request came in. */
  headers: Headers;
  /** The address of the connection. */
  address: string;
}

/** Set by proxies and by nobody else: behind one, every connection comes from this machine. */
const proxyMarks = ['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip', 'x-forwarded-server'];

/**
 * True on a developer's own machine alone. The mails hold links that give whole accounts away, so
 * everything has to agree: nothing sends mails, it is a development server or the embedded database,
 * the platform is named localhost, and the request comes from this machine and went through no proxy.
 */
export function isMailboxOpen(facts: MailboxFacts): boolean {
  const { headers, rootDomain } = facts;
  if (facts.smtpUrl || facts.isServerless || facts.trustProxy) return false;
  if (facts.isProduction && !facts.hasEmbeddedDatabase) return false;
  if (rootDomain !== 'localhost' || !/^localhost(:\d+)?$/i.test(headers.get('host') ?? '')) {
    return false;
  }
  if (proxyMarks.some((name) => headers.has(name))) return false;
  return facts.address === '::1' || /^127(\.\d{1,3}){3}$/.test(facts.address);
}
