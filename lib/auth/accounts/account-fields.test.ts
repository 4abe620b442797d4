import { expect, test } from 'vitest';
import { emailField, nameField, newPasswordField } from './account-fields';

test.each([
  ['  Ada@Example.COM ', 'ada@example.com'],
  ['ada+list@example.com', 'ada+list@example.com'],
])('an email is kept in one form: %j', (typed, kept) => {
  expect(emailField.parse(typed)).toBe(kept);
});

test.each([
  '',
  'ada',
  'ada@example.com\r\nBcc: all@example.com',
  'ada@example.com\nX: y',
  'ada@example.com, all@example.com',
  'Ada <ada@example.com>',
  'ada@example.com\0',
  `${'a'.repeat(250)}@example.com`,
  'x'.repeat(100_000),
  undefined,
  ['ada@example.com', 'all@example.com'],
])('what would be no email, two, or a header is refused: %j', (typed) => {
  expect(emailField.safeParse(typed).success).toBe(false);
});

test.each(['', '   ', 'Ada\r\nBcc: all@example.com', 'A\0', 'x'.repeat(101), 'x'.repeat(100_000)])(
  'a name is one short line: %j',
  (typed) => {
    expect(nameField.safeParse(typed).success).toBe(false);
  },
);

test.each(['', 'short', 'x'.repeat(501), 'x'.repeat(100_000), undefined])(
  'a password is neither short nor endless: %j',
  (typed) => {
    expect(newPasswordField.safeParse(typed).success).toBe(false);
  },
);

test('blanks and every sign belong to a password', () => {
  expect(newPasswordField.parse('  håll dörren öppen  ')).toBe('  håll dörren öppen  ');
});
