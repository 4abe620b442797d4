import { z } from '@hono/zod-openapi';
import { daysField, messageField } from '../../admin/invitations/invite-fields';
import { inviteOne } from '../../admin/invitations/invite-one';
import { invitationDays, longestMessage, usualDays } from '../../admin/invitations/wish';
import { invitationsResource } from '../../admin/resources/invitations';
import { emailField } from '../../auth/accounts/account-fields';
import { InvalidInput } from '../../errors';
import { getRecord } from '../../resources/find-record';
import { tellsLocation, withLocation } from '../answer/with-location';
import { type Operation, operation } from '../operation';
import { recordAnswer, recordGiven } from '../resources/record-operations';
import { recordSchema } from '../resources/record-shape';
import type { TenantRestContext } from '../rest-context';
import { runOnOne } from './run-on-one';

const path = '/invitations';
const tag = invitationsResource.label;

const newInvitation = z
  .strictObject({
    email: z.string().max(254).openapi({ description: 'Whom to invite.', format: 'email' }),
    role: z
      .string()
      .max(50)
      .openapi({ description: '`editor`, `member`, or `custom:` and the id of a role.' }),
    groups: z
      .array(z.uuid())
      .max(500)
      .optional()
      .openapi({ description: 'Groups they will be in. Needs `groups.write`.' }),
    days: z
      .literal(invitationDays)
      .optional()
      .openapi({ description: `How long it is good for: ${usualDays} days unless given.` }),
    message: z
      .string()
      .max(longestMessage)
      .optional()
      .openapi({ description: 'A word of your own, for the mail.' }),
  })
  .openapi('NewInvitation');

/** Inviting and taking back (S1.28); looking at invitations and sending them again are declared. */
export const invitationOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'createInvitation',
    method: 'post',
    path,
    tag,
    summary: 'Invite somebody',
    description:
      'They get a mail. What waits for the address already is sent again, or replaced where role or groups are others. 409 where the site has all the members it may have. Nobody invites to a role with rights that they have not themselves.',
    permission: 'invitations.write',
    body: newInvitation,
    problems: [409],
    answers: {
      201: tellsLocation(recordAnswer(recordSchema(invitationsResource), 'The invitation.')),
    },
    example: { body: { email: 'new@example.com', role: 'member' } },
    run: async ({ ctx, body: { role, groups = [], ...given } }) => {
      const email = checked('email', emailField, given.email);
      const message = checked('message', messageField, given.message);
      const days = checked('days', daysField, given.days);
      const id = await inviteOne(ctx, { email, role, groups }, { days, message });
      const record = await getRecord(ctx, invitationsResource, id);
      const answer = recordGiven(invitationsResource, record, { status: 201 });
      return withLocation(ctx, `${path}/${id}`, answer);
    },
  }),
  operation({
    id: 'deleteInvitation',
    method: 'delete',
    path: `${path}/{id}`,
    tag,
    summary: 'Revoke an invitation',
    description: 'Its link is worth nothing from then on. It stays in the list as revoked.',
    permission: 'invitations.delete',
    rights: ['invitations.write'],
    problems: [409],
    answers: { 204: { description: 'It is revoked.' } },
    run: ({ ctx, params }) => runOnOne(ctx, invitationsResource, 'revoke', params.id),
  }),
];

/** As forms read it. @throws InvalidInput */
function checked<S extends z.ZodType>(field: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidInput({ [field]: parsed.error.issues.map(({ message }) => message) });
}
