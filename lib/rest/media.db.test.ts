import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '../env';
import { type Host, type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let folder: string;
let ada: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
  env().DATA_DIR = folder;
  trial = await restTrial();
  ada = (await trial.signIn('acme', 'ada')).access;
});
afterAll(async () => {
  await trial.end();
  await rm(folder, { recursive: true, force: true });
});

const mark = `${'-'.repeat(24)}4711`;
const form = (color: string, alt = 'A square') =>
  [
    `--${mark}`,
    'Content-Disposition: form-data; name="alt"',
    '',
    alt,
    `--${mark}`,
    'Content-Disposition: form-data; name="file"; filename="../square.svg"',
    '',
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${color}"/></svg>`,
    `--${mark}--`,
    '',
  ].join('\r\n');
const send = (body: string, { token = ada, host = 'acme' as Host, key = '' } = {}) =>
  trial.ask(host, 'POST', '/media', {
    token,
    body,
    headers: {
      'content-type': `multipart/form-data; boundary=${mark}`,
      ...(key && { 'idempotency-key': key }),
    },
  });

test('a picture is uploaded, found, described and deleted', async () => {
  const made = await send(form('#f00'));
  expect([made.status, made.json]).toEqual([
    201,
    expect.objectContaining({ fileName: 'square.png', alt: 'A square', contentType: 'image/png' }),
  ]);
  const { id } = made.json;
  expect(made.headers.get('location')).toBe(`/api/v1/media/${id}`);
  expect((await send(form('#f00'))).status).toBe(200);
  const ask = (method: string, path: string, body?: object) =>
    trial.ask('acme', method, path, { token: ada, body });
  expect((await ask('GET', '/media?q=square')).json.data).toHaveLength(1);
  expect((await ask('PATCH', `/media/${id}`, { alt: 'Red', focalX: 0.2 })).json).toMatchObject({
    ...{ alt: 'Red', focalX: 0.2, version: 2 },
  });
  expect((await ask('PATCH', `/media/${id}`, { focalY: 1.5 })).status).toBe(422);
  expect((await ask('PATCH', `/media/${id}`, { fileName: 'x.png' })).status).toBe(422);
  expect((await ask('DELETE', `/media/${id}`)).status).toBe(204);
  expect((await ask('GET', `/media/${id}`)).status).toBe(404);
});

test('sent again under one key it is one, and another file under it is refused', async () => {
  const first = await send(form('#0f0'), { key: 'once' });
  const again = await send(form('#0f0'), { key: 'once' });
  expect([first.status, again.status, again.json.id]).toEqual([201, 201, first.json.id]);
  expect((await send(form('#0f1'), { key: 'once' })).status).toBe(422);
});

test('another tenant’s picture is unknown, as a cover too', async () => {
  const { id } = (await send(form('#00f'))).json;
  const gus = (await trial.signIn('globex', 'gus')).access;
  for (const [method, body] of [
    ['GET', undefined],
    ['PATCH', { alt: 'x' }],
    ['DELETE', undefined],
  ] as const) {
    const { status } = await trial.ask('globex', method, `/media/${id}`, { token: gus, body });
    expect([method, status]).toEqual([method, 404]);
  }
  const [author] = await trial.owner`
    select id from authors where tenant_id = ${trial.tenants.globex.tenant.id} limit 1`;
  const body = { title: 'Stolen', authorId: author?.id, coverId: id };
  const stolen = await trial.ask('globex', 'POST', '/posts', { token: gus, body });
  expect(stolen.status).toBe(422);
  expect(JSON.stringify(stolen.json.errors)).toContain('coverId');
  // The same bytes there are another picture, in another folder.
  const own = await send(form('#00f'), { token: gus, host: 'globex' });
  expect([own.status, own.json.id === id]).toEqual([201, false]);
  const { globex } = trial.tenants;
  expect(await readdir(join(folder, 'media', globex.tenant.id))).toEqual([own.json.id]);
});

test('a form that is none is refused, and so is JSON', async () => {
  expect((await send('nothing')).status).toBe(400);
  const json = await trial.ask('acme', 'POST', '/media', { token: ada, body: { alt: 'x' } });
  expect(json.status).toBe(415);
});
