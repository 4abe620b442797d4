import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { env } from '../env';
import type { Job, JobEvent } from '../jobs/handler';
import { revalidateTags } from './revalidate-tags';
import { isSignedTags } from './sign-tags';

const secret = 's'.repeat(32);
let server: Server;
let asked: { path: string; body: string; isSigned: boolean }[];
let status: number;
beforeEach(async () => {
  asked = [];
  status = 204;
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const isSigned = isSignedTags(secret, body, String(request.headers['x-signature']));
    asked.push({ path: request.url ?? '', body, isSigned });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  Object.assign(env(), { AUTH_SECRET: secret, ROOT_DOMAIN: `localhost:${port}` });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const run = (cacheTags: string[]) =>
  revalidateTags.run({ event: { cacheTags } as JobEvent } as Job);

test('the tags of an event reach the internal route of the platform’s address, signed', async () => {
  await run(['t:1', 'host:acme']);
  const body = JSON.stringify({ tags: ['t:1', 'host:acme'] });
  expect(asked).toEqual([{ path: '/api/internal/revalidate', body, isSigned: true }]);
});

test('without tags nothing is asked', async () => {
  await run([]);
  expect(asked).toEqual([]);
});

test('an answer that is none makes the job come back', async () => {
  status = 503;
  await expect(run(['t:1'])).rejects.toThrow('503');
});
