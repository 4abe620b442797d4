import { once } from 'node:events';
import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import {
  makeScratchFolder,
  removeScratchFolder,
} from '../../lib/cli/testing-steps/scratch-folder.mjs';
import { launchNode } from './launch-node';
import { prepareElasticsearch } from './prepare-elasticsearch';
import {
  type ElasticsearchNode,
  startElasticsearch,
  whyNotElasticsearch,
} from './start-elasticsearch';

const found = inject('elasticsearch');
const missing = 'missing' in found ? found.missing : await whyNotElasticsearch();
let node: ElasticsearchNode;
let client: Client;
beforeAll(async () => {
  if (missing !== null) return;
  node = await startElasticsearch();
  client = new Client({ node: node.url, maxRetries: 0 });
}, 300_000);
afterAll(async () => {
  await client?.close();
  await node?.stop();
});
beforeEach((context) => context.skip(missing !== null, missing ?? ''));

test('it is of version 8, which refuses what a client of version 9 sends', async () => {
  const { nodes } = await client.nodes.info();
  const versions = Object.values(nodes).map(({ version }) => version);
  expect(versions).toEqual([expect.stringMatching(/^8\.\d+\.\d+$/)]);
  const accept = 'application/vnd.elasticsearch+json; compatible-with=9';
  const refused = await fetch(`${node.url}/_cluster/health`, { headers: { accept } });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('media_type_header_exception');
});

test('what only a full Elasticsearch has is refused', async () => {
  await expect(client.info()).rejects.toMatchObject({ statusCode: 405 });
  const body = { source: { index: 'one' }, dest: { index: 'other' } };
  await expect(client.reindex(body)).rejects.toMatchObject({ statusCode: 405 });
});

test('it can be silent, and comes back from a crash with what it had', async () => {
  await client.index({ index: 'kept', id: '1', document: { title: 'Still here' } });

  await node.kill('SIGSTOP');
  const silent = client.count({ index: 'kept' }, { requestTimeout: 300 });
  await expect(silent).rejects.toThrow('Request timed out');
  await node.kill('SIGCONT');
  expect(await client.get({ index: 'kept', id: '1' })).toMatchObject({ found: true });

  await node.kill();
  await expect(client.count({ index: 'kept' })).rejects.toThrow('ECONNREFUSED');
  await node.restart();
  expect(await client.get({ index: 'kept', id: '1' })).toMatchObject({ found: true });
}, 300_000);

test('it ends when whoever started it is gone', async () => {
  const folder = makeScratchFolder();
  const { child } = await launchNode(await prepareElasticsearch(), 0, folder);
  const ended = once(child, 'exit');
  child.stdin?.destroy();
  expect(await ended).toEqual([0, null]);
  await removeScratchFolder(folder);
}, 300_000);
