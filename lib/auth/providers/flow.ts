import { z } from 'zod';

/** How long somebody may take at the provider. */
export const flowSeconds = 10 * 60;

const destination = {
  /** Scheme, host and beginning of the path of the tenant they came from; empty for the root host. */
  to: z.string().max(300),
  /** Where they were going there: a path, or empty. */
  next: z.string().max(1000),
  /** Of whoever is signed in and wants to connect; null for who wants to sign in. */
  userId: z.uuid().nullable(),
};

/** What is kept in the browser while somebody is at a provider. */
export const flowSchema = z.object({
  provider: z.enum(['google', 'github', 'oidc']),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  ...destination,
});

export type Flow = z.output<typeof flowSchema>;

/** An account elsewhere that has been proved and waits for a password, or for a yes. */
export const pendingSchema = z.object({
  provider: z.enum(['google', 'github', 'oidc']),
  key: z.string(),
  subject: z.string(),
  email: z.string(),
  ...destination,
});

export type Pending = z.output<typeof pendingSchema>;
