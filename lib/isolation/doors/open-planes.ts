import type { Ask } from '../routes/ask';
import { emailOf, walkPassword } from '../world/add-people';
import { readApiDocument } from './api-document';
import type { ApiPlane, Pair } from './api-plane';
import { type DoorWorld, type Side, sidesOf } from './door-world';

/** The API of either tenant's host and of the root, each with its document and its staff's token. */
export async function openPlanes(world: DoorWorld): Promise<ApiPlane[]> {
  const { ask, keyring, people, rootHost } = world;
  const [one, two] = sidesOf(world) as [Side, Side];
  const root = await issuePair(ask, rootHost, 'root@example.com');
  const planes: ApiPlane[] = [];
  for (const side of [one, two]) {
    const { host, foreign, site } = side;
    planes.push({
      ...{ isRoot: false, host, side, document: await readApiDocument(ask, host) },
      staff: await keyring.bearer(site.id, people[side.name].owner.program),
      pair: await issuePair(ask, host, emailOf('owner', site)),
      foreignPair: await issuePair(ask, foreign.hosts[0] ?? '', emailOf('owner', foreign)),
    });
  }
  const document = await readApiDocument(ask, rootHost);
  const staff = await keyring.bearer(null, people.acme.root.program);
  const [{ foreignPair }] = planes as [ApiPlane];
  planes.push({
    isRoot: true,
    host: rootHost,
    side: one,
    document,
    staff,
    pair: root,
    foreignPair,
  });
  return planes;
}

/** Signs a program in as programs do. */
async function issuePair(ask: Ask, host: string, email: string): Promise<Pair> {
  const body = JSON.stringify({ email, password: walkPassword });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
  const answer = await ask({ host, path: '/api/v1/token', method: 'POST', headers, body });
  if (answer.status === 200) return JSON.parse(answer.body);
  throw new Error(`/api/v1/token on ${host} gave ${email} ${answer.status}`);
}
