import type { Permission } from '../auth/permissions';
import type { ScopedTx } from '../db/scoped-tx';
import type { Values } from './resource';
import type { ResourceContext } from './resource-context';

/** A verb on one or many records, as in "publish". */
export type ResourceAction = SettingAction | RunningAction;

interface ActionWords {
  label: string;
  /** Past tense, as the event and the result say it: "published". */
  done: string;
  permission?: Permission;
  /** Asked before it is done. `{what}` becomes "3 posts", `{name}` the title of the one record. */
  question?: { title: string; body: string; button: string };
  /** Why a record is left out, or null. */
  refuse?(record: Values): string | null;
}

/** A verb that says what it changes; the engine writes it, with history and event. */
export interface SettingAction extends ActionWords {
  set(record: Values): Values;
  /** What a record has that is left out. Of more than one run takes such come last. */
  already?: Values;
}

/**
 * A verb that writes by itself, events included: for lists that are views, and for what has rules of
 * its own. The resource may be read-only otherwise.
 */
export interface RunningAction extends ActionWords {
  /** Locks what it changes. Ids that it does not answer for are unknown. */
  run(tx: ScopedTx, ctx: ResourceContext, ids: string[]): Promise<RecordFate[]>;
}

/** What became of a record: done, or left out for a reason. */
export interface RecordFate {
  id: string;
  label: string;
  why: string | null;
}
