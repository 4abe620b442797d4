import { beforeEach, expect, test, vi } from 'vitest';
import { env } from '../../env';
import { prepareTenants } from '../../testing/prepare-tenants';
import { runCli } from '../run-cli';

const world = prepareTenants(['acme', 'globex', 'initech']);
beforeEach(() => {
  env().DATABASE_URL = world.appUrl;
});

async function count(...args: string[]) {
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  const code = await runCli(['count', ...args]);
  const [text, fault] = [out, err].map((spy) => spy?.mock.calls.map(([part]) => part).join(''));
  vi.restoreAllMocks();
  return { code, text, fault };
}

test('each tenant counts its own, and the reason is on record', async () => {
  const [first] = world.tenants;
  await world.owner`
    insert into posts (tenant_id, slug, title, author_id)
    select ${first?.id ?? ''}, 'post-' || n, 'Post', ${first?.authorId ?? ''} from generate_series(1, 3) n`;
  await world.owner`update platform.tenants set status = 'deleted' where slug = 'initech'`;
  const { code, text } = await count('--json', '--reason', 'a yearly report');
  expect(JSON.parse(text ?? '')).toEqual([
    { slug: 'acme', posts: 3, published: 0, people: 0 },
    { slug: 'globex', posts: 0, published: 0, people: 0 },
  ]);
  expect(code).toBe(0);
  const [event] = await world.owner`
    select payload ->> 'label' as label from platform.events where type = 'platform.entered'`;
  expect(event?.label).toBe('a yearly report');
});

test('without a reason it counts nothing', async () => {
  const { code, text, fault } = await count('--reason', ' ');
  expect([code, text]).toEqual([1, '']);
  expect(fault).toBe('error: --reason: Say why this is done across tenants.\n');
});
