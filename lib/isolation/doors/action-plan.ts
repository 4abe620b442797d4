import type { Sql } from 'postgres';
import type { Fields } from './call-action';
import type { DoorWorld, Side } from './door-world';
import type { Held } from './keyring';

/** One call of an action. */
export interface ActionCall {
  about: string;
  /** Of a form, or the one value of an action that a script calls. */
  input: { fields: Fields } | { value: unknown };
  /** A text that the answer must hold, where it is the staff's own call. */
  shows?: string;
  /** A cookie that goes along with the caller's own. */
  cookie?: string;
  /** It changes nothing, so it must show something. */
  isRead?: boolean;
}

/** What a plan knows when it makes its calls. */
export interface Scene {
  world: DoorWorld;
  side: Side;
  /** Signed in as superuser of the database: for ids of what was just made. */
  sql: Sql;
}

type Calls = (scene: Scene) => ActionCall[] | Promise<ActionCall[]>;

/** How one action of the build is tried. */
export interface ActionPlan {
  on: 'tenant' | 'root';
  /** Staff of the tenant (or superusers), anybody signed in, or anybody. */
  right: 'staff' | 'account' | 'public';
  /**
   * Calls that do something, or tell something, when the own staff makes them. In order: one may
   * prepare the next. Everybody else makes them too, in vain.
   */
  own: Calls;
  /** Who makes the own calls, where it is not the staff. */
  session?: (scene: Scene) => Promise<Held>;
  /** Calls of the own staff with ids of the other tenant: nothing is changed and nothing told. */
  foreign?: Calls;
  /**
   * Why it does nothing on a server that is set up as this run's, for its own staff neither. Browser
   * tests make its calls where it does something.
   */
  isOff?: string;
  /** Puts back what the own calls have done, where the walk could not go on without it. */
  after?: (scene: Scene) => Promise<unknown>;
}

/** Form fields of a call. */
export function formCall(
  about: string,
  fields: Fields,
  more: Partial<ActionCall> = {},
): ActionCall {
  return { about, input: { fields }, ...more };
}

/** A script's call that only reads. */
export function readCall(about: string, value: unknown, shows?: string): ActionCall {
  return { about, input: { value }, shows, isRead: true };
}
