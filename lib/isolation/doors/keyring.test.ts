import { expect, test } from 'vitest';
import { createKeyring } from './keyring';

const held = { userId: 'u', sessionId: 's' };

test('a token says whose it is and where it is good', async () => {
  const keyring = createKeyring('secret', 'x.session');
  const { authorization } = await keyring.bearer('realm', held);
  const [, payload = ''] = authorization.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(claims).toMatchObject({ user_id: 'u', sid: 's', tid: 'realm', token_type: 'access' });
});

test('a cookie has the name the server gives it', async () => {
  const { cookie } = await createKeyring('secret', 'x.session').cookie(null, held);
  expect(cookie).toMatch(/^x\.session=ey/);
});
