'use server';

import { redirect } from 'next/navigation';
import { ownSiteInput, signupInput } from '@/app/_sign-in/account-inputs';
import { siteOf } from '@/app/_sign-in/site-of';
import { checkYourMail } from '@/app/_sign-in/told';
import { consoleAction } from '@/lib/api/console-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askSignup } from '@/lib/auth/accounts/ask-signup';
import { foundOwnSite } from '@/lib/auth/accounts/found-site';

/** Asks for a site with a new account. The answer is the same for every email. */
export const signup = consoleAction(
  { permission: 'public', input: signupInput },
  async (_ctx, { site, slug, ...account }) => {
    await askSignup(siteOf({ site, slug }), account, await visitorAddress());
    return checkYourMail(account.email, 'Your site is made when you open the link in it.');
  },
);

/** Makes a site for who is signed in, at once. */
export const makeOwnSite = consoleAction(
  { permission: 'account.use', input: ownSiteInput },
  async ({ viewer, requestId }, input) => {
    const place = { address: await visitorAddress(), requestId };
    const { tenant } = await foundOwnSite(viewer, siteOf(input), place);
    redirect(`/account?made=${tenant.slug}`);
  },
);
