'use server';

import { redirect } from 'next/navigation';
import { answerInput, confirmSiteInput } from '@/app/_sign-in/account-inputs';
import { siteOf } from '@/app/_sign-in/site-of';
import { consoleAction } from '@/lib/api/console-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { answerEmailChange } from '@/lib/auth/accounts/email-change';
import { foundSiteByLink } from '@/lib/auth/accounts/found-site';
import { openLink } from '@/lib/auth/links/open-link';
import { signIn } from '@/lib/auth/sign-in';

/** Makes the site that was asked for, and the account where there is none. */
export const makeSite = consoleAction(
  { permission: 'public', input: confirmSiteInput },
  async ({ viewer, requestId }, { token, password, site, slug }) => {
    const link = await openLink(token, ['signup'], null);
    const address = await visitorAddress();
    const input = { ...siteOf({ site, slug }), password };
    const { tenant } = await foundSiteByLink(link, input, { address, requestId });
    const next = `/account?made=${tenant.slug}`;
    if (link.account !== 'none') redirect(`/login?made=1&next=${encodeURIComponent(next)}`);
    await signIn({ email: link.email, password, keep: false }, { realm: null, viewer, requestId });
    redirect(next);
  },
);

/** What one of the two addresses says to a change of email. */
export const answerChange = consoleAction(
  { permission: 'public', input: answerInput },
  async ({ requestId }, { token, answer }) => {
    const link = await openLink(token, ['change-email-old', 'change-email-new'], null);
    const came = await answerEmailChange(link, { approves: answer === 'yes', requestId });
    redirect(`/verify/${token}?answer=${came}`);
  },
);
