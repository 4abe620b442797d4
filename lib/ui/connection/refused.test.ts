import { expect, it } from 'vitest';
import { refusedBy } from './refused';

it('finds nothing in what was done, or in what is no answer', () => {
  for (const answer of [undefined, null, 'x', {}, { ok: true, result: undefined }]) {
    expect(refusedBy(answer)).toBeNull();
  }
});

it('says what is wrong with a field before what is wrong at all', () => {
  const failure = { ok: false, message: 'Check the fields.', errors: { id: ['No such domain.'] } };
  expect(refusedBy(failure)).toEqual({ words: 'No such domain.', isSignedOut: false });
  expect(refusedBy({ ok: false, message: 'Gone.', errors: {} })?.words).toBe('Gone.');
  expect(refusedBy({ ok: false })?.words).toBe('This could not be done.');
});

it('knows that nobody is signed in', () => {
  expect(refusedBy({ ok: false, code: 'not_signed_in' })?.isSignedOut).toBe(true);
});
