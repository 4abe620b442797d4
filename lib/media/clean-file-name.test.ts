import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './clean-file-name';

test.each([
  ['photo.jpeg', 'photo.jpg'],
  ['/etc/passwd', 'passwd.jpg'],
  ['..\\..\\boot.ini', 'boot.jpg'],
  ['a.tar.gz', 'a.tar.jpg'],
  ['Ünï çödé 猫.png', 'Ünï-çödé-猫.jpg'],
  ['\u202egpj.exe', 'gpj.jpg'],
  ['a\0b.png', 'ab.jpg'],
  ['  ( ) .png', 'picture.jpg'],
  ['.png', 'picture.jpg'],
  ['', 'picture.jpg'],
])('%j becomes %s', (given, expected) => {
  expect(cleanFileName(given, 'jpg')).toBe(expected);
});

test('whatever is given may stand in an address, a header and a column', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 400 })), (given) => {
      const name = cleanFileName(given, 'webp');
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*\.webp$/u);
      expect(name.length).toBeLessThanOrEqual(120);
      expect(name).not.toContain('..');
      expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
    }),
    { numRuns: 2000 },
  );
});
