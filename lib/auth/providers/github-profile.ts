import { z } from 'zod';
import { limitedFetch } from './limited-fetch';
import { plainEmail } from './plain-email';
import type { ProviderProfile } from './provider-profile';

const api = 'https://api.github.com';
const userSchema = z.object({
  id: z.number().int().positive(),
  login: z.string(),
  name: z.string().nullish(),
});
const emailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/**
 * Reads who somebody is at GitHub, which speaks no OpenID: their number, and their primary address
 * where it is verified. The public address of the profile is what anybody may have typed.
 *
 * @throws Error when its API does not answer, or says something else.
 */
export async function gitHubProfile(accessToken: string): Promise<ProviderProfile> {
  const [user, emails] = await Promise.all([
    ask('/user', accessToken, userSchema),
    ask('/user/emails', accessToken, emailsSchema),
  ]);
  const primary = emails.find((one) => one.primary && one.verified);
  return {
    subject: String(user.id),
    email: plainEmail(primary?.email ?? ''),
    isVerified: primary !== undefined,
    name: user.name || user.login,
    hostedDomain: '',
  };
}

async function ask<S extends z.ZodType>(
  path: string,
  accessToken: string,
  schema: S,
): Promise<z.output<S>> {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${accessToken}`,
    'user-agent': 'Tenantry',
    'x-github-api-version': '2022-11-28',
  };
  const answer = await limitedFetch(`${api}${path}`, {
    ...{ headers, method: 'GET', body: undefined, redirect: 'manual' },
  });
  if (answer.status !== 200) throw new Error(`GitHub answered ${answer.status} for ${path}`);
  return schema.parse(await answer.json());
}
