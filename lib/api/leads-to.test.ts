import { beforeEach, describe, expect, test } from 'vitest';
import { env } from '../env';
import { homeUrlOf } from '../tenancy/tenant-address';
import { isAtHome } from './is-at-home';
import { leadsTo } from './leads-to';

beforeEach(() => {
  env().ROOT_DOMAIN = 'platform.test';
});

const old = 'old.platform.test';
const now = 'new.platform.test';
const entry = (
  hostname: string,
  { isFormer = false, redirectToPrimary = false, homeUrl = `https://${now}`, basePath = '' } = {},
) => ({ hostname, isFormer, tenant: { homeUrl, basePath, settings: { redirectToPrimary } } });
const leads = (...given: Parameters<typeof entry>) => leadsTo(entry(...given) as never);

describe('pages', () => {
  test('lead from a former name to the present one', () => {
    expect(homeUrlOf('new')).toBe(`https://${now}`);
    expect(leads(old, { isFormer: true })).toBe(`https://${now}`);
    const homeUrl = 'https://platform.test/new';
    const path = { homeUrl, basePath: '/old', isFormer: true };
    expect(leads('platform.test', path)).toBe(homeUrl);
  });

  test('lead to the primary domain only where the tenant says so', () => {
    const homeUrl = 'https://shop.test';
    expect(leads(now, { homeUrl })).toBeNull();
    expect(leads(now, { homeUrl, redirectToPrimary: true })).toBe(homeUrl);
    expect(leads('shop.test', { homeUrl, redirectToPrimary: true })).toBeNull();
  });

  test('send nobody in circles where the old name stands for an address that stays', () => {
    const homeUrl = 'https://platform.test';
    expect(leads('platform.test', { homeUrl, isFormer: true })).toBeNull();
  });
});

test('a request is at home by the address it was made to', () => {
  const at = (host: string, homeUrl = `https://${now}`, basePath = '') =>
    isAtHome(new Headers({ host }), { homeUrl, basePath });
  expect([at(now), at(old), at('')]).toEqual([true, false, false]);
  expect(at('platform.test', 'https://platform.test/new', '/old')).toBe(false);
  expect(at('platform.test', 'https://platform.test/new', '/new')).toBe(true);
});
