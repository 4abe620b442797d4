/** How long an invitation may be good for. */
export const invitationDays = [1, 7, 30] as const;
export type InvitationDays = (typeof invitationDays)[number];
export const usualDays: InvitationDays = 7;

/** Lines of one list. */
export const mostInvited = 500;
export const longestMessage = 1000;

/** Somebody who is to become a member. */
export interface Wish {
  /** In lower case. */
  email: string;
  /** `editor`, or `custom:<id>`. */
  role: string;
  /** Ids of groups they will be in. */
  groups: string[];
}

/** What became of a wish: `why` is null where there is nothing left to do. */
export interface WishFate {
  email: string;
  outcome: 'invited' | 'renewed' | 'waiting' | 'member' | 'deactivated' | 'role' | 'full' | 'often';
  why: string | null;
  /** Of the invitation, where there is one. */
  id?: string;
}
