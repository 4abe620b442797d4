/** By e-mail: never, at once, or once a day with what is unread. */
export const mailWays = ['off', 'now', 'digest'] as const;
export type MailWay = (typeof mailWays)[number];

/** Who has a kind in their inbox unless they say otherwise; `always` cannot be switched off. */
type InAppDefault = 'always' | 'everybody' | 'staff';

interface KindRules {
  label: string;
  description: string;
  inApp: InAppDefault;
  email: MailWay;
}

/**
 * What people of a tenant can be told of, with what holds for who has chosen nothing (S1.5). No kind
 * is mailed unless somebody asks for it. A new one needs its entry here and nothing in the database.
 * Security of an account is not among them: accounts belong to no tenant, and the platform mails.
 */
export const notificationKinds = {
  broadcast: {
    label: 'Announcements',
    description: 'What the people who run this site tell everybody, or you.',
    inApp: 'always',
    email: 'off',
  },
  published: {
    label: 'New posts',
    description: 'Somebody has published a post.',
    inApp: 'staff',
    email: 'off',
  },
  comments: {
    label: 'Comments that wait',
    description: 'A comment waits for you or another moderator.',
    inApp: 'staff',
    email: 'off',
  },
  invited: {
    label: 'Accepted invitations',
    description: 'Somebody has joined by an invitation of yours, or on a site you run.',
    inApp: 'everybody',
    email: 'off',
  },
  membership: {
    label: 'Your membership',
    description: 'You have become a member here, or have another role.',
    inApp: 'everybody',
    email: 'off',
  },
} as const satisfies Record<string, KindRules>;

export type NotificationKind = keyof typeof notificationKinds;

/** All of them, in the order in which people see them. */
export const kindNames = Object.keys(notificationKinds) as [
  NotificationKind,
  ...NotificationKind[],
];

/** The rules of a kind; one that this release does not know is for everybody, and never mailed. */
export function rulesOf(kind: string): KindRules {
  if (Object.hasOwn(notificationKinds, kind)) return notificationKinds[kind as NotificationKind];
  return { label: kind, description: '', inApp: 'everybody', email: 'off' };
}
