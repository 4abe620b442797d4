import type { IconName } from '../icon';
import type { Tone } from '../kit-types';

export type ColumnKind =
  | 'text'
  | 'badge'
  | 'date'
  | 'number'
  | 'person'
  | 'relation'
  | 'boolean'
  | 'meter'
  | 'code';

/** Where a click on a column's head leads; `direction` only on the column sorted by now. */
export interface Sort {
  href: string;
  direction?: 'ascending' | 'descending';
}

/** A column after the title. Narrow windows drop columns from the right, the state last. */
export interface TableColumn {
  key: string;
  label: string;
  kind: ColumnKind;
  sort?: Sort;
  /** In rem. */
  width?: number;
  /** Never dropped. */
  keep?: boolean;
}

/** A value as it is shown; null where there is none. */
export type Cell = string | null | CellFacts;

export interface CellFacts {
  text: string;
  tone?: Tone;
  icon?: IconName;
  /** Small words after it. */
  note?: string;
  href?: string;
  /** The instant behind a written date. */
  iso?: string;
  /** How full a meter is, 0 to 1. */
  part?: number;
}

/** `{what}` becomes "3 posts", `{n}` "3", `{name}` the title of the one record. */
export interface ConfirmText {
  title: string;
  body?: string;
  button: string;
  /** The button that changes nothing. */
  keep?: string;
}

/** Something to do with one record: a link, or a form post as rowAct=`submit:id`. */
export interface RowAct {
  label: string;
  icon?: IconName;
  tone?: 'bad';
  href?: string;
  submit?: string;
  confirm?: ConfirmText;
}

/** Something to do with all selected records: posted as act=`value`. */
export interface BulkAct {
  value: string;
  label: string;
  /** Where there is little room. */
  short?: string;
  icon?: IconName;
  tone?: 'bad';
  confirm?: ConfirmText;
}

export interface TableRow {
  id: string;
  title: string;
  href?: string;
  subtitle?: string;
  /** Under the title on a phone alone, where most columns are gone. */
  narrowLine?: string;
  /** The second line is an address or an id. */
  mono?: boolean;
  /** Address of a small picture that stands before the title. */
  picture?: string;
  tile?: { brand: string; onBrand: string };
  cells: Record<string, Cell>;
  acts?: RowAct[];
  /** The one act that stands in the row itself. */
  button?: RowAct;
  /** Cannot be selected. */
  fixed?: boolean;
}
