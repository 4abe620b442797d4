import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/api/action-state';
import type { FormValues } from '@/lib/api/form-object';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Relation, Resource } from '@/lib/resources/resource';
import type { IconName } from '@/lib/ui/icon';
import type { Choice } from '@/lib/ui/kit-types';
import type { PlainField } from './field-specs';
import type { DateWords } from './format-moment';

/** The query of an address, as a page gets it. */
export type Query = Record<string, string | string[] | undefined>;

/** Where the screens of a resource stand, and how its dates are written. */
export interface Place {
  /** Address of the list, as in `/admin/posts`. */
  base: string;
  dates: DateWords;
}

/** What a plane adds to the screens of one resource; everything has a plain default. */
export interface ResourceLook {
  icon?: IconName;
  /** What belongs here, for the empty list. */
  empty?: string;
  /** Address of a record on the public site, from its values, or null where it has none. */
  siteHref?(values: Record<string, unknown>): string | null;
  /** The small second line of a row; the slug unless given. */
  subtitle?(values: Record<string, unknown>): string | undefined;
  /** Address of a small picture of a record, from its values and id. */
  picture?(record: Pick<ResourceRecord, 'id' | 'values'>): string;
  /** What must be read under a title where the columns have no room. */
  narrowLine?(values: Record<string, unknown>): string;
  /** False for a verb that would be refused whoever looks: it is not offered in the row. */
  offers?(record: Pick<ResourceRecord, 'id' | 'values'>, verb: string): boolean;
  /** What a record is called where its own title is empty. */
  title?(values: Record<string, unknown>): string;
  /** What a filter by text offers. */
  filterChoices?: Record<string, Choice[]>;
}

/** What came of an act on a list. */
export interface ListOutcome {
  /** Fresh for each outcome, so that the same words can be told twice. */
  id: string;
  text: string;
  tone: 'good' | 'wait' | 'bad';
  /** Records that were left out, and why. */
  left: { label: string; why: string }[];
  /** What went to the trash and can be taken back; empty where it is too much for that. */
  trashed?: string[];
}

/** An act that must be confirmed, where no dialog has asked. */
export interface ListQuestion {
  title: string;
  body?: string;
  button: string;
  hidden: Record<string, string | string[]>;
}

export interface ListState {
  outcome?: ListOutcome;
  question?: ListQuestion;
}

export interface FormFault {
  name?: string;
  label?: string;
  message: string;
}

/** What a form shows after a refused save: what was typed, and what to put right. */
export interface FormState {
  /** Fresh for each refusal: inputs take new defaults only when they are made anew. */
  attempt: string;
  /** What was typed, by name. */
  typed: FormValues;
  errors: FormFault[];
  /** The version that was looked at when it was typed: drawn again on the server, the form must not pass for one that saw the newest. */
  seen?: string;
  conflict?: { who: string; when: string; fields: string[]; version: string };
}

/** Text of a relation picker and where it stands. */
export interface ChoicesQuestion extends RelationPlace {
  text: string;
}

/** A relation field of a form, by the name of the form's resource. */
export interface RelationPlace {
  resource: string;
  field: string;
}

/** The form of a record that a picker has not got yet. */
export interface RelatedForm {
  /** The resource of the new record. */
  resource: string;
  /** The field that people know it by, which begins with what was searched for. */
  title: string;
  fields: PlainField[];
  slug: { field: string; from: string } | null;
  /** Names this drawing of the form: sent twice, it makes one record. */
  once: string;
}

/** A record that was made, as its picker shows it. */
export interface MadeRelated {
  made: Choice;
}

/** What a picker needs to make a record. */
export interface RelatedActions {
  form: (question: RelationPlace) => Promise<RelatedForm>;
  create: FormAction<FormState | MadeRelated>;
}

/** The Server Actions of a plane, each made by its own door. */
export interface ScreenActions {
  /** Bulk and row acts of a list, and the answer of a confirm page. */
  list: FormAction<ListState>;
  save: FormAction<FormState>;
  /** A version of the history, back again. */
  restore: FormAction<ListState>;
  /** What a relation picker offers; absent where no form has one. */
  choices?: (question: ChoicesQuestion) => Promise<Choice[]>;
  /** Making related records from their pickers, and whose records a relation names. */
  related?: RelatedActions & { resourceOf(relation: Relation): Resource | undefined };
  /** Markdown as the site would draw it. */
  preview?: (text: string) => Promise<ReactNode>;
}
