import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type DnsServer, startDnsServer } from '../testing/dns-server';
import { openResolver } from './dns/open-resolver';
import { lookUpDomain } from './look-up-domain';

const proof = (letter: string) => `tenantry-verify=${letter.repeat(32)}`;

let dns: DnsServer;
let at = 0;
let host = '';
let challenge = '';

beforeAll(async () => {
  vi.stubEnv('ROOT_DOMAIN', 'platform.test');
  dns = await startDnsServer();
  dns.set('platform.test', 'A', '192.0.2.1', '192.0.2.2');
  dns.set('platform.test', 'AAAA', '2001:db8::1');
});
afterAll(() => dns.close());
// Names of its own for each test.
beforeEach(() => {
  at += 1;
  host = `shop${at}.test`;
  challenge = `_tenantry-challenge.${host}`;
});

const look = () => lookUpDomain(host, openResolver(dns.address));

test('the proof and a CNAME to a host of the platform', async () => {
  dns.set(challenge, 'TXT', proof('a'));
  dns.set(host, 'CNAME', 'acme.platform.test');
  dns.set('acme.platform.test', 'A', '192.0.2.1');
  expect(await look()).toEqual({ seen: [proof('a')], pointing: 'here', detail: null });
});

test('a name nobody has set up', async () => {
  expect(await look()).toEqual({ seen: [], pointing: 'nowhere', detail: null });
});

test('other TXT records are no proof, and are told', async () => {
  dns.set(challenge, 'TXT', 'v=spf1 -all', `x${proof('a')}`, proof('A'), `${proof('a')} `, '');
  const { seen, detail } = await look();
  expect(seen).toEqual([proof('a')]);
  dns.set(challenge, 'TXT', 'v=spf1 -all', proof('a').slice(0, -1));
  expect(await look()).toMatchObject({ seen: [], detail: expect.stringContaining('not this one') });
  expect(detail).toBeNull();
});

test('a proof in two parts, among records that do not fit into one packet', async () => {
  const huge = Array.from({ length: 120 }, (_, n) => `filler ${n} ${'x'.repeat(400)}`);
  dns.set(challenge, 'TXT', ...huge, proof('b'), `tenantry-verify=${'b'.repeat(400)}`);
  expect(await look()).toMatchObject({ seen: [proof('b')] });
});

test('of more proofs than anybody needs fifty are read', async () => {
  const many = Array.from(
    { length: 80 },
    (_, n) => `tenantry-verify=${String(n).padStart(32, '0')}`,
  );
  dns.set(challenge, 'TXT', ...many);
  expect((await look()).seen).toHaveLength(50);
});

test('an apex that has all the addresses of the platform, however they are spelt', async () => {
  dns.set(host, 'A', '192.0.2.2', '192.0.2.1');
  dns.set(host, 'AAAA', '2001:db8:0:0::1');
  expect(await look()).toMatchObject({ pointing: 'here' });
});

test('one strange address among the right ones points elsewhere', async () => {
  dns.set(host, 'A', '192.0.2.1', '203.0.113.9');
  const { pointing, detail } = await look();
  expect(pointing).toBe('elsewhere');
  expect(detail).toBe('Some of its addresses are not ours: 203.0.113.9.');
});

test('a CNAME to somebody else', async () => {
  dns.set(host, 'CNAME', 'old.host.test');
  dns.set('old.host.test', 'A', '203.0.113.9');
  expect(await look()).toMatchObject({
    pointing: 'elsewhere',
    detail: 'Its CNAME record leads to old.host.test.',
  });
});

test('a name that only ends like the platform’s is not the platform', async () => {
  dns.set(host, 'CNAME', 'evil-platform.test');
  dns.set('evil-platform.test', 'A', '203.0.113.9');
  expect(await look()).toMatchObject({ pointing: 'elsewhere' });
});

test('CNAMEs in a circle', async () => {
  dns.set(host, 'CNAME', `a.${host}`);
  dns.set(`a.${host}`, 'CNAME', `b.${host}`);
  dns.set(`b.${host}`, 'CNAME', `a.${host}`);
  expect(await look()).toMatchObject({
    pointing: 'elsewhere',
    detail: 'Its CNAME records go in a circle.',
  });
});

test.each([
  ['servfail', 'SERVFAIL'],
  ['refused', 'refused'],
  ['garbage', 'not answer in time|could not be read'],
] as const)('a server that is %s proves nothing and denies nothing', async (mood, words) => {
  dns.upset(challenge, mood);
  dns.upset(host, mood);
  const { seen, pointing, detail } = await look();
  expect({ seen, pointing }).toEqual({ seen: null, pointing: 'unknown' });
  expect(detail).toMatch(new RegExp(words));
});

test('a server that is silent is given up, asked once', async () => {
  dns.upset(challenge, 'silent');
  const begun = Date.now();
  const { seen, detail } = await look();
  expect({ seen, detail }).toEqual({
    seen: null,
    detail: 'Its DNS server did not answer in time.',
  });
  expect(Date.now() - begun).toBeLessThan(8500);
  expect(dns.asked.filter((one) => one === `TXT ${challenge}`)).toHaveLength(1);
});

test('a server that is not there', async () => {
  expect(await lookUpDomain(host, openResolver('127.0.0.1:1'))).toEqual({
    seen: null,
    pointing: 'unknown',
    detail: 'The DNS server cannot be reached.',
  });
});

test('the proof is asked for anew at each look', async () => {
  dns.set(challenge, 'TXT', proof('a'));
  expect((await look()).seen).toEqual([proof('a')]);
  dns.set(challenge, 'TXT', proof('c'));
  expect((await look()).seen).toEqual([proof('c')]);
  dns.set(challenge, 'TXT');
  expect((await look()).seen).toEqual([]);
});
