import { EncryptJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { env } from '../../env';
import { openValue, sealValue } from './sealed-value';

beforeAll(() => {
  env().AUTH_SECRET = 'a secret of the test, long enough for it';
});

test('what was sealed is opened, for the same purpose and in time', async () => {
  const sealed = await sealValue('one', { a: 1 }, 60);
  expect(await openValue('one', sealed)).toEqual({ a: 1 });
  expect(await openValue('two', sealed)).toBeNull();
  expect(await openValue('one', await sealValue('one', { a: 1 }, -60))).toBeNull();
});

test('nothing else is', async () => {
  const sealed = await sealValue('one', { a: 1 }, 60);
  const [header, , iv, text, tag] = sealed.split('.');
  const other = await new EncryptJWT({ value: { a: 1 } })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime('1h')
    .encrypt(new Uint8Array(32));
  const made = [undefined, '', 'x', `${header}.x.${iv}.${text}.${tag}`, other, `${sealed}x`];
  for (const value of [...made, 'x'.repeat(5000)]) {
    expect(await openValue('one', value), value).toBeNull();
  }
});
