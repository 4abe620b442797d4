import { z } from '@hono/zod-openapi';
import { clientAddress } from '../../auth/client-address';
import { issueTokens } from '../../auth/tokens/issue-tokens';
import { refreshTokens, revokeToken, verifyToken } from '../../auth/tokens/refresh-tokens';
import { type Operation, operation } from '../operation';
import type { RestContext } from '../rest-context';

const pair = z
  .object({
    access: z.string().openapi({ description: 'Send it as `Authorization: Bearer <access>`.' }),
    refresh: z.string().openapi({ description: 'Good for one use at `/token/refresh`.' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int().openapi({ description: 'Seconds until the access token ends.' }),
  })
  .openapi('TokenPair');

const claims = z
  .object({
    token_type: z.enum(['access', 'refresh']),
    exp: z.int(),
    iat: z.int(),
    jti: z.uuid(),
    user_id: z.uuid(),
    tid: z.string().openapi({ description: 'Id of the tenant it is good for, or `platform`.' }),
  })
  .openapi('TokenClaims');

const credentials = z.strictObject({
  email: z.string().max(320),
  password: z.string().max(1024),
  code: z.string().max(40).optional().openapi({
    description: 'Of the app, or a recovery code; for accounts with two-factor.',
  }),
});
const holder = z.strictObject({ token: z.string().max(2048) });
const refresh = z.strictObject({ refresh: z.string().max(2048) });

const base = { tag: 'Tokens', permission: 'public', isTokenOperation: true } as const;

/**
 * Signing in for programs (S1.4): the same on every host, each for its own realm.
 *
 * @param email - of somebody the demo knows, for the example.
 */
export function tokenOperations(email: string): Operation<RestContext>[] {
  return [
    operation({
      ...base,
      id: 'createToken',
      method: 'post',
      path: '/token',
      summary: 'Get tokens for an email and a password',
      description:
        'The same 401 for a wrong password, an unknown email and somebody who does not belong here. ' +
        'After the right password of an account with two-factor the 401 names the missing `code`: ' +
        '`two_factor_required`.',
      body: credentials,
      answers: { 200: { description: 'A pair of tokens.', schema: pair } },
      problems: [401],
      example: { body: { email, password: 'demo-password' } },
      run: async ({ body, call }) => {
        const { realm, requestId } = call.env.place;
        const { headers } = call.req.raw;
        const tokens = await issueTokens({
          ...body,
          realm,
          requestId,
          address: clientAddress(headers),
          userAgent: storable(headers.get('user-agent') ?? ''),
        });
        return { status: 200, body: tokens };
      },
    }),
    operation({
      ...base,
      id: 'refreshToken',
      method: 'post',
      path: '/token/refresh',
      summary: 'Spend a refresh token for a new pair',
      description: 'Using one a second time ends every token that came from the same sign-in.',
      body: refresh,
      answers: { 200: { description: 'The next pair of tokens.', schema: pair } },
      problems: [401],
      run: async ({ body, call }) => {
        const { realm, requestId } = call.env.place;
        return { status: 200, body: await refreshTokens(realm, body.refresh, requestId) };
      },
    }),
    operation({
      ...base,
      id: 'verifyToken',
      method: 'post',
      path: '/token/verify',
      summary: 'See what a token is and whether it is still good',
      body: holder,
      answers: { 200: { description: 'It is good, and says this.', schema: claims } },
      problems: [401],
      run: async ({ body, call }) => {
        const { sid: _sid, ...told } = await verifyToken(call.env.place.realm, body.token);
        return { status: 200, body: claims.parse(told) };
      },
    }),
    operation({
      ...base,
      id: 'revokeToken',
      method: 'post',
      path: '/token/revoke',
      summary: 'End every token that came from the same sign-in',
      description: 'What is no token of this host is ignored: the answer tells nothing.',
      body: holder,
      answers: { 204: { description: 'It is not good any more.' } },
      run: async ({ body, call }) => {
        const { realm, requestId } = call.env.place;
        await revokeToken(realm, body.token, requestId);
        return { status: 204 };
      },
    }),
  ];
}

function storable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
