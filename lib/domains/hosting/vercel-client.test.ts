import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startVercelServer, type VercelServer, vercelToken } from '../../testing/vercel-server';
import { agree } from './tell-hosting';
import { vercelClient } from './vercel-client';

let vercel: VercelServer;
beforeAll(async () => {
  vercel = await startVercelServer();
});
afterAll(() => vercel.close());
beforeEach(() => {
  Object.assign(vercel, { failWith: null, isVerified: true, asked: [] });
  vercel.domains.clear();
});
const client = (token = vercelToken) =>
  vercelClient({ token, projectId: 'prj', teamId: 'team', origin: vercel.origin });

test('a domain is added once, however often it is asked for', async () => {
  const ready = { state: 'ready', note: '' };
  expect(await client().add('shop.acme.test')).toEqual(ready);
  expect(await client().add('shop.acme.test')).toEqual(ready);
  expect([...vercel.domains]).toEqual(['shop.acme.test']);
  expect(vercel.asked[0]).toBe('POST /v10/projects/prj/domains?teamId=team');
});

test('what the platform asks for is told', async () => {
  vercel.isVerified = false;
  expect(await client().add('shop.acme.test')).toEqual({
    state: 'pending',
    note: 'Vercel has not verified it. It asks for TXT _vercel.shop.acme.test vc-domain-verify=1.',
  });
});

test('a domain is removed once, and one that is not there is removed', async () => {
  await client().add('shop.acme.test');
  await client().remove('shop.acme.test');
  await client().remove('shop.acme.test');
  expect([...vercel.domains]).toEqual([]);
});

test('a failure is thrown with what was said, and without the token', async () => {
  vercel.failWith = 500;
  await expect(client().add('shop.acme.test')).rejects.toThrow(
    'Vercel did not add shop.acme.test: 500, It went wrong',
  );
  await expect(client().remove('shop.acme.test')).rejects.toThrow('did not remove');
  vercel.failWith = null;
  await expect(client('wrong token').add('x.test')).rejects.toThrow('403, Not authorized');
  await expect(client('wrong token').add('x.test')).rejects.not.toThrow('wrong token');
});

test('events in the wrong order end in what is true', async () => {
  const host = 'shop.acme.test';
  await agree(client(), host, async () => 'a tenant');
  expect([...vercel.domains]).toEqual([host]);
  // "verified" is handled after "removed": nobody has it any more.
  await agree(client(), host, async () => null);
  await agree(client(), host, async () => null);
  expect([...vercel.domains]).toEqual([]);
});
