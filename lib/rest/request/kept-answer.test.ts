import '../../testing/rest-environment';

import { expect, test } from 'vitest';
import { fingerprintOf, openAnswer, sealAnswer } from './kept-answer';

const owner = { userId: '11111111-1111-4111-8111-111111111111', key: 'k-1' };
const body = '{"password":"correct horse","name":"Löwe"}';

test('a sealed answer shows nothing of itself and opens to the letter', () => {
  const kept = sealAnswer(owner, body);
  expect(Buffer.from(kept, 'base64').toString('latin1')).not.toContain('horse');
  expect(sealAnswer(owner, body)).not.toBe(kept);
  expect(openAnswer(owner, kept)).toBe(body);
  expect(openAnswer(owner, sealAnswer(owner, ''))).toBe('');
});

test.each([
  ['somebody else', { ...owner, userId: '22222222-2222-4222-8222-222222222222' }],
  ['another key', { ...owner, key: 'k-2' }],
])('it does not open for %s', (_, other) => {
  expect(() => openAnswer(other, sealAnswer(owner, body))).toThrow();
});

test('what was changed in the table does not open', () => {
  const bytes = Buffer.from(sealAnswer(owner, body), 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => openAnswer(owner, bytes.toString('base64'))).toThrow();
});

test('two requests have one fingerprint only when they are the same', () => {
  expect(fingerprintOf(['POST', '/a', undefined, ''])).toBe(
    fingerprintOf(['POST', '/a', null, '']),
  );
  expect(fingerprintOf(['POST', '/a'])).not.toBe(fingerprintOf(['POST/a']));
});
