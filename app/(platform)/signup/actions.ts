'use server';

import { redirect } from 'next/navigation';
import { ownSiteInput, signupInput } from '@/app/_sign-in/account-inputs';
import { checkYourMail } from '@/app/_sign-in/told';
import { consoleAction } from '@/lib/api/console-action';
import { visitorAddress } from '@/lib/api/visitor-address';
import { askSignup } from '@/lib/auth/accounts/ask-signup';
import { foundOwnSite } from '@/lib/auth/accounts/found-site';
import { slugOf } from '@/lib/ui/slug-of';

/** Asks for a site with a new account. The answer is the same for every email. */
export const signup = consoleAction(
  { permission: 'public', input: signupInput },
  async (_ctx, { site, slug, ...account }) => {
    const input = { name: site, slug: slug || slugOf(site, 63) };
    await askSignup(input, account, await visitorAddress());
    return checkYourMail(account.email, 'Your site is made when you open the link in it.');
  },
);

/** Makes a site for who is signed in, at once. */
export const makeOwnSite = consoleAction(
  { permission: 'account.use', input: ownSiteInput },
  async ({ viewer, requestId }, { site, slug }) => {
    const input = { name: site, slug: slug || slugOf(site, 63) };
    const place = { address: await visitorAddress(), requestId };
    const { tenant } = await foundOwnSite(viewer, input, place);
    redirect(`/account?made=${tenant.slug}`);
  },
);
