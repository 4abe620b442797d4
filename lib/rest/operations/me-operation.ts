import { z } from '@hono/zod-openapi';
import type { Viewer } from '../../auth/viewer';
import { type Operation, operation } from '../operation';
import type { RestContext } from '../rest-context';

const me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    membership: z
      .object({ id: z.uuid(), role: z.string(), isStaff: z.boolean(), isSuperuser: z.boolean() })
      .nullable()
      .openapi({ description: 'What they are here; null on the root host.' }),
    apiKey: z
      .object({
        id: z.uuid(),
        name: z.string(),
        scopes: z.array(z.string()),
        expiresAt: z.iso.datetime().nullable(),
      })
      .nullable()
      .openapi({ description: 'The API key that asks in their name; null without one.' }),
  })
  .openapi('Me');

/** Who the token or the cookie names. */
export const meOperation: Operation<RestContext> = operation({
  id: 'getMe',
  method: 'get',
  path: '/me',
  tag: 'Account',
  summary: 'See who you are',
  permission: 'account.use',
  answers: { 200: { description: 'You.', schema: me } },
  example: {},
  run: async ({ ctx }) => {
    const { userId: id, name, email, membership, apiKey } = ctx.viewer as Viewer;
    const key = apiKey && {
      ...apiKey,
      scopes: membership?.scopes ?? [],
      expiresAt: apiKey.expiresAt?.toISOString() ?? null,
    };
    return { status: 200, body: me.parse({ id, name, email, membership, apiKey: key ?? null }) };
  },
});
