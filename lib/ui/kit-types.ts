/** Where a form goes: an address (by POST) or a Server Action. Both work without JavaScript. */
export type FormAction = string | ((data: FormData) => void | Promise<void>);

/** One of several things a person can choose. */
export interface Choice {
  id: string;
  label: string;
  note?: string;
}

/**
 * What a colour says: plain is inert (draft, trash), moving goes on by itself (scheduled, running),
 * wait needs someone, good is fine, bad has stopped. Never alone: a word stands beside it.
 */
export type Tone = 'plain' | 'good' | 'moving' | 'wait' | 'bad' | 'accent';

/** How records are counted: "1 post", "3 posts". */
export interface Noun {
  one: string;
  other: string;
}

/** Fields of a form that nobody sees. */
export type Hidden = Record<string, string | string[]>;
