import { expect, test } from 'vitest';
import { hashOfApiKey, isApiKey, newApiKey, readApiKey } from './api-key-text';

test('a key is told by its beginning and kept as a hash', () => {
  const { text, prefix, hash } = newApiKey();
  expect(text).toMatch(new RegExp(`^tnt_${prefix}_[0-9a-f]{72}$`));
  expect(isApiKey(text)).toBe(true);
  expect(readApiKey(text)).toBe(hash);
  expect(hash).toBe(hashOfApiKey(text));
  expect(hash).not.toContain(prefix);
});

test('no two keys are alike', () => {
  const made = Array.from({ length: 50 }, () => newApiKey());
  expect(new Set(made.map(({ text }) => text)).size).toBe(50);
  expect(new Set(made.map(({ text }) => text.slice(13))).size).toBe(50);
});

test('a wrong letter anywhere is seen without asking anybody', () => {
  const { text } = newApiKey();
  for (let at = 4; at < text.length; at += 1) {
    const letter = text[at] === '0' ? '1' : '0';
    const other = text.slice(0, at) + letter + text.slice(at + 1);
    expect(readApiKey(other), `letter ${at}`).toBeNull();
  }
});

test.each([
  ['nothing', () => ''],
  ['only its beginning', (text: string) => text.slice(0, 13)],
  ['one letter short', (text: string) => text.slice(0, -1)],
  ['one letter more', (text: string) => `${text}0`],
  ['capitals', (text: string) => text.toUpperCase()],
  ['a line after it', (text: string) => `${text}\n`],
  ['ten thousand letters', (text: string) => text + 'a'.repeat(10_000)],
])('%s is no key', (_, change) => {
  expect(readApiKey(change(newApiKey().text))).toBeNull();
});
