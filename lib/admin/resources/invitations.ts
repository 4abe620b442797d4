import { integer, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from '../../db/schema/platform/platform-schema';
import { defineResource } from '../../resources/define-resource';
import { endedWords } from '../invitations/ended-words';
import { resendInvitations } from '../invitations/resend-invitations';
import { revokeInvitations } from '../invitations/revoke-invitations';

const states = ['invited', 'accepted', 'expired', 'void', 'revoked', 'replaced'] as const;
const ended: Record<string, string> = endedWords;

/** A tenant's invitations as its own people see them. A view: of the people, only who was written to. */
const tenantInvitations = platform.table('tenant_invitations', {
  tenantId: uuid('tenant_id'),
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  state: text('state', { enum: states }).notNull(),
  role: text('role').notNull(),
  roleKey: text('role_key').notNull(),
  groups: text('groups').notNull(),
  invitedBy: text('invited_by').notNull(),
  message: text('message').notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  sentAt: moment('sent_at').notNull(),
  sentCount: integer('sent_count').notNull(),
  acceptedAt: moment('accepted_at'),
  revokedAt: moment('revoked_at'),
});

/** Invitations (S1.28, D20). They are made by forms of their own; here they are looked at, sent again and revoked. */
export const invitationsResource = defineResource({
  name: 'invitations',
  singular: 'invitation',
  table: tenantInvitations,
  title: 'email',
  columns: ['email', 'state', 'role', 'groups', 'invitedBy', 'sentAt', 'expiresAt'],
  filters: ['state', 'createdAt'],
  search: ['email', 'role', 'invitedBy'],
  sort: '-createdAt',
  sortable: ['email', 'createdAt', 'sentAt'],
  fields: {
    state: {
      choices: [
        { value: 'invited', label: 'Invited' },
        { value: 'accepted', label: 'Accepted' },
        { value: 'expired', label: 'Expired' },
        { value: 'void', label: 'Void: who invited has left, or the role is gone' },
        { value: 'revoked', label: 'Revoked' },
        { value: 'replaced', label: 'Replaced by a later one' },
      ],
    },
    roleKey: { label: 'Role, as programs name it' },
    invitedBy: { label: 'Invited by' },
    createdAt: { label: 'Invited' },
    sentAt: { label: 'Last sent' },
    sentCount: { label: 'Times sent' },
    expiresAt: { label: 'Good until' },
    acceptedAt: { label: 'Accepted' },
    revokedAt: { label: 'Ended' },
  },
  actions: {
    resend: {
      run: resendInvitations,
      label: 'Send again',
      done: 'sent again',
      refuse: ({ state }) => ended[String(state)] ?? null,
    },
    revoke: {
      run: revokeInvitations,
      label: 'Revoke',
      done: 'revoked',
      permission: 'invitations.delete',
      question: {
        title: 'Revoke {name}?',
        body: 'The link in the mail is worth nothing from then on. Who was invited is not told; you can invite them again.',
        button: 'Revoke {what}',
      },
      refuse: ({ state }) => ended[String(state)] ?? null,
    },
  },
  readOnly: true,
});
