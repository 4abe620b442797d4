import { z } from '@hono/zod-openapi';
import { rolesResource } from '../../admin/resources/roles';
import { deleteRole } from '../../admin/roles/delete-role';
import { roleInput } from '../../admin/roles/role-input';
import { createRole, updateRole } from '../../admin/roles/save-role';
import { getRecord } from '../../resources/find-record';
import { tellsLocation, withLocation } from '../answer/with-location';
import { type Operation, operation } from '../operation';
import { recordAnswer, recordGiven } from '../resources/record-operations';
import { recordSchema } from '../resources/record-shape';
import type { TenantRestContext } from '../rest-context';

const more = ['permissions'];
const tag = 'Roles';
const schema = recordSchema(rolesResource, more);

const given = async (ctx: TenantRestContext, id: string, status = 200) =>
  recordGiven(rolesResource, await getRecord(ctx, rolesResource, id), { status, more });

/** What is done with a tenant's own roles besides looking at them (S4.11). */
export const roleOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'createRole',
    method: 'post',
    path: '/roles',
    tag,
    summary: 'Make a role',
    description: 'Nobody gives a role rights that they have not themselves.',
    permission: 'roles.write',
    body: roleInput.openapi('NewRole'),
    answers: {
      201: tellsLocation(recordAnswer(schema, 'It was made.')),
    },
    problems: [409],
    example: { body: { name: 'Proofreader', permissions: ['posts.read', 'posts.write'] } },
    run: async ({ ctx, body }) => {
      const id = await createRole(ctx, body);
      return withLocation(ctx, `/roles/${id}`, await given(ctx, id, 201));
    },
  }),
  operation({
    id: 'updateRole',
    method: 'patch',
    path: '/roles/{id}',
    tag,
    summary: 'Change a role',
    description: 'It holds for everybody who has it from their next request on.',
    permission: 'roles.write',
    body: roleInput.partial().openapi('RoleChanges'),
    answers: { 200: recordAnswer(schema, 'The role as it is now.') },
    problems: [409],
    run: async ({ ctx, params, body }) => {
      await updateRole(ctx, String(params.id), body);
      return given(ctx, String(params.id));
    },
  }),
  operation({
    id: 'deleteRole',
    method: 'delete',
    path: '/roles/{id}',
    tag,
    summary: 'Delete a role',
    permission: 'roles.delete',
    query: z.strictObject({
      heir: z.string().max(50).default('').openapi({
        description:
          'What those get who have it: `editor`, `member`, or `custom:` and the id of a role.',
      }),
    }),
    answers: { 204: { description: 'It is gone.' } },
    problems: [409, 422],
    run: async ({ ctx, params, query }) => {
      await deleteRole(ctx, String(params.id), query.heir);
      return { status: 204 };
    },
  }),
];
