import { beforeAll, expect, test } from 'vitest';
import { env } from '../env';
import { cookieNames, cookieOptions } from './session-cookie';

beforeAll(() => {
  env().AUTH_SECRET = 'a secret of the test, long enough for it';
});

const names = (scheme: string) => cookieNames(new Headers({ 'x-forwarded-proto': scheme }), null);

test('behind TLS the browser keeps every cookie to its host', () => {
  const { secure, ...all } = names('https');
  expect(secure).toBe(true);
  for (const name of Object.values(all)) expect(name).toMatch(/^__Host-tenantry\./);
  expect(cookieOptions({ secure })).toEqual({
    ...{ httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  });
});

test('no two cookies have one name, nor does one begin as those of flows do', () => {
  const { secure, flow, ...others } = names('http');
  expect(secure).toBe(false);
  const all = Object.values(others);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((name) => name.startsWith(flow))).toEqual([]);
});
