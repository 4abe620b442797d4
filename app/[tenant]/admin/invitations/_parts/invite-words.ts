import { invitationDays } from '@/lib/admin/invitations/wish';

/** How long an invitation may be good for. */
export const daysChoices = invitationDays.map((days) => ({
  id: String(days),
  label: days === 1 ? 'One day' : `${days} days`,
}));

/** What became of a line. */
export const outcomeWords: Record<string, string> = {
  invited: 'Invited',
  renewed: 'Sent again',
  waiting: 'Invited before',
  member: 'A member already',
};
