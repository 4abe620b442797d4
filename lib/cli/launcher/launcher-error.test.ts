import { expect, it } from 'vitest';
import { describeFailure, LauncherError } from './launcher-error.mjs';
import { redact } from './run-child.mjs';

it('shows the message, the last lines and the next thing to do, without a stack', () => {
  const error = new LauncherError('It failed.', { lines: ['one', 'two'], hint: 'Do this.' });
  expect(describeFailure(error)).toBe('It failed.\n  | one\n  | two\nDo this.');
});

it('names the disk and the path of a file that cannot be written', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  expect(describeFailure(full)).toContain('The disk is full');
  const closed = Object.assign(new Error('x'), { code: 'EACCES', path: '/data/seeded' });
  expect(describeFailure(closed)).toContain('/data/seeded cannot be written or read (EACCES)');
});

it('shows the stack of a defect', () => {
  expect(describeFailure(new TypeError('not a function'))).toContain('launcher-error.test');
});

it('takes passwords out of addresses', () => {
  expect(redact('cannot reach postgresql://me:s3cret@h:1/d and postgres://a:b@c/d')).toBe(
    'cannot reach postgresql://me:***@h:1/d and postgres://a:***@c/d',
  );
});
