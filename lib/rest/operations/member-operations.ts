import { z } from '@hono/zod-openapi';
import { changeMember } from '../../admin/members/change-member';
import { membersResource } from '../../admin/resources/members';
import { getRecord } from '../../resources/find-record';
import { type Operation, operation } from '../operation';
import { recordAnswer, recordGiven } from '../resources/record-operations';
import { recordSchema } from '../resources/record-shape';
import type { TenantRestContext } from '../rest-context';
import { runOnOne } from './run-on-one';

const changes = z
  .strictObject({
    role: z
      .string()
      .max(50)
      .optional()
      .openapi({ description: '`admin`, `editor`, `member`, or `custom:` and the id of a role.' }),
    isSuperuser: z.boolean().optional().openapi({ description: 'Given and taken by owners.' }),
    groups: z
      .array(z.uuid())
      .max(500)
      .optional()
      .openapi({ description: 'All groups they are in from now on. Needs `groups.write`.' }),
  })
  .openapi('MemberChanges');

const tag = 'Members';

/** What is done with members besides looking at them (S1.28). */
export const memberOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'updateMember',
    method: 'patch',
    path: '/members/{id}',
    tag,
    summary: 'Change a member’s role and groups',
    description:
      'Nobody gives or takes rights that they have not themselves, and nobody raises themself. Who may do less than before is signed out.',
    permission: 'members.write',
    body: changes,
    answers: { 200: recordAnswer(recordSchema(membersResource), 'The member as they are now.') },
    problems: [409],
    run: async ({ ctx, params, body }) => {
      await changeMember(ctx, String(params.id), body);
      return recordGiven(membersResource, await getRecord(ctx, membersResource, String(params.id)));
    },
  }),
  operation({
    id: 'deleteMember',
    method: 'delete',
    path: '/members/{id}',
    tag,
    summary: 'Remove a member',
    description: 'They are signed out here; their account and what they wrote stay.',
    permission: 'members.delete',
    rights: ['members.write'],
    answers: { 204: { description: 'They are no member any more.' } },
    problems: [409],
    run: ({ ctx, params }) => runOnOne(ctx, membersResource, 'remove', params.id),
  }),
];
