import { expect, test } from 'vitest';
import { isTooLarge, unsentBy, unsentWords } from './unsent';

function formOf(body: string): FormData {
  const form = new FormData();
  form.set('title', 'T');
  form.set('body', body);
  return form;
}

test('a form is measured in bytes, as it travels', () => {
  expect(isTooLarge(formOf('x'.repeat(900_000)))).toBe(false);
  expect(isTooLarge(formOf('x'.repeat(1_000_001)))).toBe(true);
  expect(isTooLarge(formOf('語'.repeat(300_000)))).toBe(false);
  expect(isTooLarge(formOf('語'.repeat(340_000)))).toBe(true);
});

test('what failed on its way is told from what the server said', () => {
  expect(unsentBy(new TypeError('Failed to fetch'))).toBe('unreached');
  expect(unsentBy(Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;x' }))).toBe(
    null,
  );
  expect(unsentBy('x')).toBeNull();
  for (const why of ['unreached', 'large'] as const) {
    expect(unsentWords(why, true)).toContain('Everything here is kept');
  }
});
