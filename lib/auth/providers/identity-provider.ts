import { env } from '../../env';

export type ProviderId = 'google' | 'github' | 'oidc';

/** A service elsewhere whose accounts people may sign in with. */
export interface IdentityProvider {
  id: ProviderId;
  /** What its button says: "Continue with ...". */
  name: string;
  /** As its people's numbers are kept: `google`, `github`, or `oidc:` and the issuer. */
  key: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The providers whose variables are set, in the order of their buttons. */
export function identityProviders(): IdentityProvider[] {
  const given = env();
  const { OIDC_ISSUER: issuer = '', OIDC_NAME: name } = given;
  const all: (Omit<IdentityProvider, 'clientId' | 'clientSecret'> & Client)[] = [
    {
      ...{ id: 'google', name: 'Google', key: 'google', issuer: 'https://accounts.google.com' },
      client: [given.GOOGLE_CLIENT_ID, given.GOOGLE_CLIENT_SECRET],
    },
    {
      ...{ id: 'github', name: 'GitHub', key: 'github', issuer: 'https://github.com/login/oauth' },
      client: [given.GITHUB_CLIENT_ID, given.GITHUB_CLIENT_SECRET],
    },
    {
      ...{ id: 'oidc', name, issuer, key: `oidc:${issuer.replace(/\/$/, '')}` },
      client: issuer ? [given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET] : [],
    },
  ];
  return all.flatMap(({ client: [clientId, clientSecret], ...provider }) =>
    clientId && clientSecret ? [{ ...provider, clientId, clientSecret }] : [],
  );
}

interface Client {
  client: (string | undefined)[];
}

/** The provider of this name; null for one that is unknown, or whose variables are not set. */
export function findProvider(id: unknown): IdentityProvider | null {
  return identityProviders().find((one) => one.id === id) ?? null;
}
