import { z } from '@hono/zod-openapi';
import { createApiKey, type MadeKey } from '../../admin/api-keys/create-api-key';
import { revokeApiKeys } from '../../admin/api-keys/revoke-api-keys';
import { allScopes } from '../../admin/api-keys/scopes';
import { apiKeysResource } from '../../admin/resources/api-keys';
import type { MemberContext } from '../../auth/viewer';
import { getRecord } from '../../resources/find-record';
import { ApiProblem } from '../answer/api-problem';
import { tellsLocation, withLocation } from '../answer/with-location';
import { type Operation, operation } from '../operation';
import { apiKeyReads } from '../resources/api-key-reads';
import type { TenantRestContext } from '../rest-context';

const path = '/api-keys';
const tag = apiKeysResource.label;

const newKey = z
  .strictObject({
    name: z.string().max(200).openapi({ description: 'Says what uses it.' }),
    scopes: z
      .array(z.string().max(100))
      .max(200)
      .openapi({
        description: `Any of ${allScopes.join(', ')}, as far as you may do them yourself.`,
      }),
    expiresAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .optional()
      .openapi({ description: 'Never, unless given. At most ten years from now.' }),
  })
  .openapi('NewApiKey');

const madeKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    secret: z.string().nullable().openapi({
      description:
        'The key itself. It is told this once and kept nowhere: a repeat with the same Idempotency-Key has null.',
    }),
  })
  .openapi('MadeApiKey');

/** Keys of the API (D27): what a key may do is what its scopes and its maker may, at every use. */
export const apiKeyOperations: Operation<TenantRestContext>[] = [
  ...apiKeyReads(path),
  operation({
    id: 'createApiKey',
    method: 'post',
    path,
    tag,
    summary: 'Make an API key',
    description:
      'It acts for you, never with more rights than you have at that moment. Made with another key it ends with that one, and no later.',
    permission: 'api-keys.write',
    body: newKey,
    problems: [409],
    answers: {
      201: tellsLocation({ description: 'The key, with its secret.', schema: madeKey }),
    },
    example: { body: { name: 'Deploys', scopes: ['posts.read', 'posts.write'] } },
    run: async ({ ctx, body: { expiresAt, ...given } }) => {
      const input = { ...given, expiresAt: expiresAt ? new Date(expiresAt) : null };
      const made = await createApiKey(ctx as TenantRestContext & MemberContext, input);
      const body = toJson(made);
      const answer = { status: 201, body, keptBody: { ...body, secret: null } };
      return withLocation(ctx, `${path}/${made.id}`, answer);
    },
  }),
  operation({
    id: 'deleteApiKey',
    method: 'delete',
    path: `${path}/{id}`,
    tag,
    summary: 'Revoke an API key',
    description:
      'It is refused from the next request on, and so is every key made with it. It stays in the list as revoked. 409 where it has ended already.',
    permission: 'api-keys.delete',
    problems: [409],
    answers: { 204: { description: 'It is revoked.' } },
    run: ({ ctx, params }) =>
      ctx.db.write(async (tx) => {
        // First: what is not there is not found, and another's is not there.
        const reader = { ...ctx, can: () => true };
        const { id } = await getRecord(reader, apiKeysResource, String(params.id));
        const [fate] = await revokeApiKeys(tx, ctx, [id]);
        if (fate?.why) throw new ApiProblem(409, fate.why);
        return { status: 204 };
      }),
  }),
];

function toJson({ createdAt, expiresAt, ...made }: MadeKey) {
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null };
  return madeKey.parse({ ...made, ...times });
}
