import type { Sql } from 'postgres';

/** Something that is wrong, and what to do about it. */
export interface Finding {
  /** `fault`: something does not work, or is not safe. `warning`: it soon will not be. */
  severity: 'fault' | 'warning';
  what: string;
  remedy: string;
}

/** Where the doctor looks. */
export interface Patient {
  /** Signed in as the owner role. */
  owner: Sql;
  ownerUrl: string;
  /** Address of the application role. */
  appUrl: string;
  dataDir: string;
}

/** One thing the doctor looks at. */
export interface Examination {
  name: string;
  /** The others say nothing when this one has found a fault: what they would find follows from it. */
  comesFirst?: boolean;
  /** It looks at the machine or another server, so it is asked whatever the database says. */
  isApart?: boolean;
  run(patient: Patient): Promise<Finding[]>;
}

export function fault(what: string, remedy: string): Finding {
  return { severity: 'fault', what, remedy };
}

export function warning(what: string, remedy: string): Finding {
  return { severity: 'warning', what, remedy };
}
