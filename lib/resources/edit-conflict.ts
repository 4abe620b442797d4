import { AppError } from '../errors';

/** What somebody else did to a record since it was opened (D18). */
export interface Conflict {
  /** The newest version. */
  version: number;
  by: string | null;
  /** ISO time. */
  at: string;
  fields: { name: string; label: string }[];
}

/** A save over a version that is no longer the newest. Nothing was written. */
export class EditConflict extends AppError {
  constructor(
    readonly conflict: Conflict,
    singular: string,
  ) {
    const who = conflict.by || 'Somebody';
    super('conflict', `${who} has changed this ${singular} since you opened it.`);
    this.name = 'EditConflict';
  }
}
