import { describe, expect, test } from 'vitest';
import { findForeign } from './judge-answer';
import type { Site } from './site';

const id = '11111111-2222-4333-8444-555555555555';
const globex: Site = {
  id,
  slug: 'globex',
  name: 'Globex',
  word: 'turbine',
  domains: ['blog.globex.test'],
  hosts: [],
  texts: ["rotor's diary"],
  post: id,
  picture: { address: '', narrow: '' },
  ids: new Set([id]),
};

function find(body: string, { path = '/', headers = {}, answered = {}, names = false } = {}) {
  const question = { host: 'acme.localhost', path, headers };
  return findForeign(question, { status: 200, headers: answered, body }, [globex], names);
}

describe('another tenant', () => {
  test('is found by name, word, domain, text and id', () => {
    expect(find('Welcome to GLOBEX')).toMatch(/"globex"/);
    expect(find('two turbines')).toMatch(/"turbine"/);
    expect(find('at blog.globex.test')).toMatch(/globex/);
    expect(find('Rotor&#x27;s diary')).toMatch(/rotor's diary/);
    expect(find(`{"id":"${id}"}`)).toMatch(/the id/);
  });

  test('is found in a header', () => {
    expect(find('', { answered: { location: 'http://globex.localhost/' } })).toMatch(/globex/);
  });

  test('is not found in other words', () => {
    expect(find('globexian turbinette')).toBeNull();
  });
});

describe('what was asked for', () => {
  test('may be said back', () => {
    expect(find('There is no page /~globex', { path: '/%257Eglobex' })).toBeNull();
    expect(find('globex', { headers: { 'x-tenant': 'globex' } })).toBeNull();
  });

  test('does not excuse what was not', () => {
    expect(find('globex makes turbines', { path: '/~globex' })).toMatch(/"turbine"/);
  });
});

test('where names are public, texts are not', () => {
  expect(find('Globex', { names: true })).toBeNull();
  expect(find("rotor's diary", { names: true })).toMatch(/diary/);
});
