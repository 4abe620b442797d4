import { expect, test, vi } from 'vitest';
import { env } from '../../env';
import { prepareDomainTrial } from '../../testing/domain-trial';
import { runCli } from '../run-cli';

const trial = prepareDomainTrial();

async function domain(verb: string, ...args: string[]) {
  const { host, port, user, pass, database } = trial.world.owner.options;
  const word = encodeURIComponent(String(pass));
  // The owner's address alone: the CLI needs no other.
  env().DATABASE_OWNER_URL = `postgres://${user}:${word}@${host[0]}:${port[0]}/${database}`;
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0),
  );
  const code = await runCli(['domain', verb, '--tenant', 'acme', '--no-input', ...args]);
  for (const spy of spies) spy.mockRestore();
  return { code, text: written.join('') };
}

const shop = ['--domain', 'shop.acme.test'];

test('from added to removed, with what to do in between', async () => {
  const added = await domain('add', '--domain', 'Shop.ACME.test');
  expect(added.code).toBe(0);
  const proof =
    /TXT {4}_tenantry-challenge\.shop\.acme\.test {2}(tenantry-verify=[0-9a-f]{32})/.exec(
      added.text,
    )?.[1];
  expect(proof).toBeDefined();
  expect(added.text).toContain('CNAME  shop.acme.test  acme.platform.test');
  expect((await domain('verify', ...shop)).text).toContain('Waiting for the TXT record');
  expect(await domain('primary', ...shop)).toMatchObject({
    code: 1,
    text: 'error: Only a connected domain can be the primary one.\n',
  });
  trial.dns.set('_tenantry-challenge.shop.acme.test', 'TXT', proof ?? '');
  trial.dns.set('shop.acme.test', 'CNAME', 'acme.platform.test');
  expect((await domain('verify', ...shop)).text).toBe(
    'shop.acme.test: Connected\nBoth records are right.\n',
  );
  expect((await domain('primary', ...shop)).text).toContain('Connected, primary');
  expect((await domain('list')).text).toMatch(
    /^domain +status +primary.*\nshop\.acme\.test +Connected +yes/,
  );
  expect(await domain('remove', ...shop)).toEqual({ code: 0, text: 'shop.acme.test is removed\n' });
  expect(JSON.parse((await domain('list', '--json')).text)).toEqual([]);
});

test('on the operator’s word, where nobody else has it', async () => {
  expect((await domain('add', '--domain', 'word.test', '--vouch')).text).toContain('Connected');
  const [event] = await trial.world.owner`
    select payload from platform.events where type = 'domain.verified' order by id desc limit 1`;
  expect(event?.payload).toMatchObject({ vouched: true });
  await trial.world.owner`
    insert into platform.domains (tenant_id, hostname, verified_at)
    values (${trial.globex.tenant.id}, 'theirs.test', now())`;
  expect(await domain('add', '--domain', 'theirs.test', '--vouch')).toMatchObject({
    code: 1,
    text: expect.stringContaining('Another tenant has this domain'),
  });
});

test('what is wrong is named', async () => {
  expect((await domain('add', '--domain', 'co.uk')).text).toContain('--hostname: ');
  expect((await domain('add')).text).toContain('--domain is missing');
  expect((await domain('remove', '--domain', 'nobody.test')).text).toBe(
    'error: No site is connected to nobody.test.\n',
  );
  expect((await domain('list', '--format', 'xml')).code).toBe(2);
});
