import { demoPassword } from '../../lib/demo/demo-people';
import { type HttpClient, httpClient, type Reachable } from './http-client';
import type { RawResponse } from './parse-response';
import { submitForm } from './submit-form';

interface Person {
  /** Where they sign in. */
  host: string;
  email: string;
  /** What their browser calls itself. */
  agent: string;
}

/**
 * Goes the way of signing in as a browser without scripts does: asks the root host first, fills the
 * form, and passes by the root host again.
 *
 * @returns a client for each host on the way, with its cookies.
 * @throws Error where no session came of it.
 */
export async function passForms(server: Reachable, person: Person): Promise<HttpClient[]> {
  const clients = new Map<string, HttpClient>();
  const agent: [string, string] = ['User-Agent', person.agent];
  const clientOf = (name: string) => {
    const client = clients.get(name) ?? httpClient(server, name);
    clients.set(name, client);
    return client;
  };
  const open = async (url: URL): Promise<{ client: HttpClient; path: string; body: string }> => {
    const client = clientOf(url.hostname);
    const path = url.pathname + url.search;
    const answer = await client.get(path, [agent, ['Accept', 'text/html']]);
    if (answer.status === 200) return { client, path, body: answer.body };
    return open(locationOf(answer, client));
  };
  const send = async (url: URL, filled: Record<string, string>) => {
    const { client, path, body } = await open(url);
    const answer = await submitForm(client, path, body, [['Origin', client.origin], agent], filled);
    return locationOf(answer, client);
  };
  const { email } = person;
  const login = new URL('/login', clientOf(person.host).origin);
  const next = await send(login, { email, password: demoPassword, keep: 'on' });
  if (next.pathname === '/session/enter') await send(next, {});
  return [...clients.values()];
}

function locationOf({ status, headers }: RawResponse, client: HttpClient): URL {
  if (!headers.location) throw new Error(`${client.host} answered ${status} and leads nowhere`);
  return new URL(headers.location, client.origin);
}
