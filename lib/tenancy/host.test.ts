import { describe, expect, test } from 'vitest';
import { isLoopback, parseHost, requestedHost } from './host';

describe('a host header is normalised', () => {
  test.each([
    ['acme.example.com', 'acme.example.com'],
    ['ACME.Example.COM', 'acme.example.com'],
    ['acme.example.com.', 'acme.example.com'],
    ['acme.example.com:3000', 'acme.example.com'],
    ['acme.example.com.:3000', 'acme.example.com'],
    ['localhost:3000', 'localhost'],
    ['acme', 'acme'],
    ['evilexample.com', 'evilexample.com'],
    ['a.b.example.com', 'a.b.example.com'],
    ['acme.co.uk', 'acme.co.uk'],
    ['xn--mnchen-3ya.example.com', 'xn--mnchen-3ya.example.com'],
    ['victim---x.example.com', 'victim---x.example.com'],
    ['7eleven.example.com', '7eleven.example.com'],
    ['1.2.3.4.example.com', '1.2.3.4.example.com'],
    [`${'a'.repeat(63)}.example.com`, `${'a'.repeat(63)}.example.com`],
  ])('%s', (raw, expected) => {
    expect(parseHost(raw)).toBe(expected);
  });
});

describe('or refused', () => {
  test.each([
    [null],
    [undefined],
    [''],
    ['.'],
    [':3000'],
    ['.example.com'],
    ['acme..example.com'],
    ['acme.example.com..'],
    ['acme.example.com:'],
    ['acme.example.com:3000:3000'],
    ['acme.example.com:300000'],
    ['acme.example.com:http'],
    ['-acme.example.com'],
    ['acme-.example.com'],
    ['ac_me.example.com'],
    ['~acme'],
    ['~acme.example.com'],
    ['%7eacme'],
    ['%61cme.example.com'],
    ['*.example.com'],
    ['acme.example.com/x'],
    ['acme.example.com?x'],
    ['acme.example.com#x'],
    ['acme.example.com\\x'],
    ['user@acme.example.com'],
    ['acme.example.com, globex.example.com'],
    ['acme example.com'],
    [' acme.example.com'],
    ['acme.example.com '],
    ['acme.example.com\n'],
    ['acme.example.com\r\nx: y'],
    ['acme\u0000.example.com'],
    ['münchen.example.com'],
    ['аcme.example.com'],
    ['acme\u3002example.com'],
    ['\u212aelvin.example.com'],
    ['ſharp.example.com'],
    ['acme.example.com\u200b'],
    ['127.0.0.1'],
    ['127.0.0.1:3000'],
    ['127.0.0.1.'],
    ['10.0.0.1'],
    ['127.1'],
    ['2130706433'],
    ['0x7f000001'],
    ['0x7F.0.0.0x1'],
    ['017700000001'],
    ['[::1]'],
    ['[::1]:3000'],
    ['::1'],
    ['[::ffff:127.0.0.1]'],
    ['fe80::1%25eth0'],
    [`${'a'.repeat(64)}.example.com`],
    ['a'.repeat(300)],
    [`${'a.'.repeat(150)}com`],
    [`${'a.'.repeat(126)}aa`],
  ])('%j', (raw) => {
    expect(parseHost(raw)).toBeNull();
  });
});

describe('whose host counts', () => {
  const headers = (host: string, forwarded?: string) =>
    new Headers(forwarded === undefined ? { host } : { host, 'x-forwarded-host': forwarded });

  test.each([
    ['the own host', 'acme.test', undefined, false, 'acme.test'],
    ['a forwarded one is not believed', 'acme.test', 'globex.test', false, 'acme.test'],
    ['but from a trusted proxy', 'acme.test', 'globex.test', true, 'globex.test'],
    ['and from this machine itself', 'localhost:3000', 'globex.test', false, 'globex.test'],
    ['an empty one is none', 'acme.test', '', true, 'acme.test'],
    ['a name that only looks local', 'localhost.evil.test', 'a.test', false, 'localhost.evil.test'],
  ] as const)('%s', (_name, host, forwarded, trusted, expected) => {
    expect(requestedHost(headers(host, forwarded), trusted)).toBe(expected);
  });

  test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:80', '[::1]:3000', '[::1]'])(
    '%s is this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  test.each([null, '', 'acme.localhost', '127.0.0.1.evil.test', '127.0.0.2', 'localhost.'])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
