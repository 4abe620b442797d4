import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { env } from '../../env';
import { type CliTrial, cliTrial } from '../../testing/cli-trial';

let trial: CliTrial;
beforeAll(async () => {
  trial = await cliTrial();
});
afterAll(() => trial.end());
afterEach(() => {
  env().ELASTICSEARCH_URL = undefined;
});
const reindex = (line: string) => trial.run(['reindex', ...line.split(' ')]);

test('where PostgreSQL searches there is nothing to do', async () => {
  const { code, out, err } = await reindex('--all');
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(
    'PostgreSQL searches, and keeps its index in step by itself: there is nothing to do.\n',
  );
  const json = await reindex('--tenant acme --repair --json');
  expect([json.code, JSON.parse(json.out)]).toEqual([0, { engine: 'postgres', tenants: [] }]);
});

test.each(['--json', '--all --tenant acme'])('%s does not say whose', async (line) => {
  const { code, out, err } = await reindex(line);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('error: give --tenant or --all, one of them');
});

test('an engine that is away is said to be, and nothing is begun', async () => {
  env().ELASTICSEARCH_URL = 'http://elastic:hunter2@127.0.0.1:1';
  const { code, out, err } = await reindex('--all --json');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^error: The search engine does not answer\. ELASTICSEARCH_URL names it/);
  expect(err).not.toContain('hunter2');
});
