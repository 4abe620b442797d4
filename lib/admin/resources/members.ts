import { memberships, roles } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';
import { ownerWords } from '../../tenancy/people/keep-owner';
import { removeMembers, setMembersActive } from '../members/act-on-members';
import { mailResets } from '../members/mail-resets';

/**
 * People of the tenant (S1.28). The rows change by verbs alone, and by the form that is written for
 * them: who may do what to whom depends on both.
 */
export const membersResource = defineResource({
  name: 'members',
  singular: 'member',
  table: memberships,
  title: 'name',
  columns: ['name', 'email', 'role', 'roleId', 'lastSeenAt', 'deactivatedAt', 'joinedAt'],
  filters: ['role', 'roleId', 'isStaff', 'lastSeenAt', 'joinedAt', 'deactivatedAt'],
  search: ['name', 'email'],
  sort: 'name',
  fields: {
    roleId: { label: 'Own role' },
    isStaff: { label: 'May enter the admin' },
    isSuperuser: { label: 'May do everything' },
    userId: { label: 'Person' },
    modifiedAt: { label: 'Changed' },
    lastSeenAt: { label: 'Last seen' },
    deactivatedAt: { label: 'Deactivated' },
  },
  relations: { roleId: { table: roles } },
  actions: {
    deactivate: {
      label: 'Deactivate',
      done: 'deactivated',
      question: {
        title: 'Deactivate {name}?',
        body: 'They are signed out here at once and are no members until they are reactivated. What they wrote stays, and so do their account and their other sites.',
        button: 'Deactivate {what}',
      },
      refuse: ({ deactivatedAt, role }) =>
        deactivatedAt ? 'They are deactivated already.' : role === 'owner' ? ownersWords : null,
      run: setMembersActive(false),
    },
    reactivate: {
      label: 'Reactivate',
      done: 'reactivated',
      refuse: ({ deactivatedAt }) => (deactivatedAt ? null : 'They are active already.'),
      run: setMembersActive(true),
    },
    'mail-reset': {
      label: 'Send a reset mail',
      done: 'mailed',
      question: {
        title: 'Send {name} a mail to reset the password?',
        body: 'The mail goes to the person, and only they can choose a new password: their account is theirs on every site. Until they do, the present one works.',
        button: 'Send the mail',
      },
      refuse: ({ deactivatedAt }) => (deactivatedAt ? 'They are deactivated.' : null),
      run: mailResets,
    },
    remove: {
      label: 'Remove',
      done: 'removed',
      permission: 'members.delete',
      question: {
        title: 'Remove {name}?',
        body: 'They are signed out here at once, and leave their groups. What they wrote stays, and so does their account.',
        button: 'Remove {what}',
      },
      refuse: ({ role }) => (role === 'owner' ? ownersWords : null),
      run: removeMembers,
    },
  },
  constraints: ownerWords,
  readOnly: true,
});

const ownersWords = 'Take the owner’s role first.';
