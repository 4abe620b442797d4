import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Permission, Verb } from '../auth/permissions';
import type { ScopedTx } from '../db/scoped-tx';
import type { TenantInfo } from '../tenancy/tenant';
import type { ListQuery } from './list-query';
import type { ResourceAction } from './resource-action';
import type { ResourceContext } from './resource-context';

/** How a field is entered and shown. */
export type FieldKind =
  | 'text'
  | 'longtext'
  | 'markdown'
  | 'slug'
  | 'email'
  | 'color'
  | 'number'
  | 'boolean'
  | 'date'
  | 'choice'
  | 'relation'
  | 'relations'
  | 'json';

export interface Choice {
  value: string;
  label: string;
}

/** What a declaration may say about a field; everything else comes from the table. */
export interface FieldOptions {
  label?: string;
  help?: string;
  kind?: FieldKind;
  /** Longest text, or largest number. */
  max?: number;
  min?: number;
  choices?: Choice[];
  /** For slugs: the field it is made from when left empty. */
  from?: string;
  /** What a number counts, where people read it in larger steps. */
  unit?: 'bytes';
}

/** One field of a record: a column, or the rows of a table in between. */
export interface Field {
  name: string;
  label: string;
  help: string;
  kind: FieldKind;
  /** A new record cannot be made without it. */
  required: boolean;
  nullable: boolean;
  /** Whole numbers only. */
  whole: boolean;
  min: number | null;
  max: number | null;
  choices: Choice[];
  from: string | null;
  unit: 'bytes' | null;
  /** Null for relations through another table. */
  column: PgColumn | null;
  relation: Relation | null;
}

/** Rows of another table that a field names. */
export interface Relation {
  /** Name of the other resource, as in `authors`. */
  target: string;
  table: PgTable;
  /** Column of the other table that people know its rows by. */
  title: string;
  /** For many-to-many: the table in between and its two columns. */
  through: { table: PgTable; own: string; other: string } | null;
}

/** What a declaration may say about a relation. Plain foreign keys are found in the table itself. */
export interface RelationOptions {
  table: PgTable;
  title?: string;
  through?: PgTable;
}

/** Values of a record by field: text, number, boolean, ISO time, id, list of ids, null. */
export type Values = Record<string, unknown>;

export interface ResourceHooks {
  /**
   * Fills in what follows from other values, before saving. Pure.
   *
   * @param given - the new values of the fields that were named.
   * @param before - the record as it was; null for a new one.
   * @returns more values, columns outside the form included.
   */
  settle?(given: Values, before: Values | null): Values;
  /** Faults that need no database, by field. Sees the settled values over those before. */
  check?(values: Values, before: Values | null): Record<string, string> | null;
  /** Faults that need the tenant's other rows, asked in the transaction of the change (S3.48). */
  checkInTenant?(
    tx: ScopedTx,
    values: Values,
    before: Values | null,
  ): Promise<Record<string, string> | null>;
  /** A condition that lists keep to besides their filters, which it may depend on. */
  narrow?(query: Pick<ListQuery, 'filters'>): SQL | undefined;
  /**
   * A condition for living rows that a search finds besides those that hold it in a searched column,
   * as by a text index.
   */
  find?(q: string): SQL | undefined;
  /** Runs before a list or an export is read. @returns what its readers should know. */
  beforeList?(ctx: ResourceContext, query: ListQuery): Promise<string[]>;
}

/** What is declared. `F` are the names of its fields. */
export interface ResourceDefinition<F extends string = string> {
  /** Plural, as in addresses: `posts`. */
  name: string;
  singular: string;
  table: PgTable;
  /** Plural as people read it; from the name unless given. */
  label?: string;
  /** Field that people know a record by. */
  title?: F;
  columns?: F[];
  filters?: F[];
  search?: F[];
  /** Default order, as in `-updatedAt`. */
  sort?: string;
  sortable?: F[];
  /** Fields that people fill in, in order. */
  form?: { [K in F]?: FieldOptions };
  /** What is said of fields outside the form. */
  fields?: { [K in F]?: FieldOptions };
  relations?: Record<string, RelationOptions>;
  actions?: Record<string, ResourceAction>;
  permissions?: Partial<ResourcePermissions>;
  /** What is stale once a record has changed. */
  cacheTags?(tenant: TenantInfo | null, record: Values): string[];
  hooks?: ResourceHooks;
  readOnly?: boolean;
  /** New records come by files that are uploaded, never by a form. */
  isUploaded?: boolean;
  /** What else is lost when records are deleted for good, as a sentence. */
  loss?: string;
  /** Rights that something beside the engine asks for, where the resource is read-only otherwise. */
  asks?: Verb[];
  /** What the database's own checks refuse, in words, by the name of the constraint. */
  constraints?: Record<string, string>;
  /** For the platform's operators only: never offered in a tenant (S3.41). */
  platformOnly?: boolean;
}

export interface ResourcePermissions {
  read: Permission;
  write: Permission;
  delete: Permission;
}

/** A declaration with every default filled in. Made by defineResource. */
export interface Resource {
  name: string;
  singular: string;
  label: string;
  table: PgTable;
  title: string;
  /** Every field, those of the form first. */
  fields: Record<string, Field>;
  columns: string[];
  filters: string[];
  search: string[];
  sort: string;
  sortable: string[];
  form: string[];
  actions: Record<string, ResourceAction>;
  permissions: ResourcePermissions;
  cacheTags(tenant: TenantInfo | null, record: Values): string[];
  hooks: ResourceHooks;
  readOnly: boolean;
  isUploaded: boolean;
  loss: string;
  asks: Verb[];
  constraints: Record<string, string>;
  platformOnly: boolean;
  /** What the table can do. */
  has: { version: boolean; updatedAt: boolean; trash: boolean; tenant: boolean };
}
