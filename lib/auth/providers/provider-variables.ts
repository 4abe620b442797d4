import { z } from 'zod';
import { flag } from '../../env-shapes';

const id = z.string().max(300).optional();
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The variables of signing in with an account elsewhere, and what each may hold. */
export const providerVariables = {
  GOOGLE_CLIENT_ID: id,
  GOOGLE_CLIENT_SECRET: id,
  GITHUB_CLIENT_ID: id,
  GITHUB_CLIENT_SECRET: id,
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'expected an https address, as in https://id.example.com')
    .optional(),
  OIDC_CLIENT_ID: id,
  OIDC_CLIENT_SECRET: id,
  OIDC_NAME: z
    .string()
    .regex(/^[^\p{Cc}]{1,40}$/u, 'expected at most 40 characters, as in Example ID')
    .default('single sign-on'),
  OIDC_TRUST_EMAIL: flag.default(false),
};

const sets = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

type Given = Partial<Record<(typeof sets)[number][number], string>>;

/** Each provider needs all of its variables: half of them would show a button that leads nowhere. */
export function checkProviders(given: Given, { addIssue }: z.core.$RefinementCtx): void {
  for (const names of sets) {
    const set = names.find((name) => given[name]);
    for (const missing of set ? names.filter((name) => !given[name]) : []) {
      const message = `missing, since ${set} is set; as the provider gave it`;
      addIssue({ code: 'custom', path: [missing], message });
    }
  }
}

/** Without TLS only on the machine itself, as for trying it out. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  if (search || hash || username) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}
