import { expect } from 'vitest';
import type { AskOptions, Host, RestTrial, Told } from './rest-trial';

/** A key of a trial, and a way to ask with it. */
export interface TrialKey {
  id: string;
  secret: string;
  ask(method: string, path: string, options?: AskOptions & { host?: Host }): Promise<Told>;
}

/** Makes a key as somebody who is signed in by token, or by another key. */
export async function makeTrialKey(
  trial: RestTrial,
  host: Host,
  token: string,
  body: { scopes: string[]; name?: string; expiresAt?: string | null },
): Promise<TrialKey> {
  const given = { name: 'Deploy', ...body };
  const { status, json } = await trial.ask(host, 'POST', '/api-keys', { token, body: given });
  expect([status, json]).toEqual([201, expect.objectContaining({ secret: expect.any(String) })]);
  return {
    id: json.id,
    secret: json.secret,
    ask: (method, path, { host: at = host, ...options } = {}) =>
      trial.ask(at, method, path, { token: json.secret, ...options }),
  };
}
