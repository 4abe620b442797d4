import { Column, is, SQL } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { InvalidInput, invalidField } from './invalid-input';
import type { Field, Resource, Values } from './resource';
import { databaseName, referencesOf } from './table-columns';

interface DatabaseError extends Error {
  code: string;
  constraint_name?: string;
  column_name?: string;
}

/**
 * Puts the database's refusal of a write into words for the field it concerns (C19): a key that is
 * taken among the tenant's living rows, a related row that is not there, a value out of bounds.
 *
 * @returns null for what is no fault of the input.
 */
export function refusalOf(resource: Resource, error: unknown, values: Values): InvalidInput | null {
  const fault = databaseError(error);
  if (!fault) return null;
  const options = { cause: error };
  switch (fault.code) {
    case '23505':
      return takenValue(resource, fault, values, options);
    case '23503':
      return (
        missingRow(fieldOfReference(resource, fault), options) ??
        new InvalidInput({ fields: {}, general: ['Other records still use it.'] }, options)
      );
    case '23502':
      return missingRow(fieldOfColumn(resource, fault), options);
    default: {
      const words = wordsOf(resource, fault);
      if (words) return new InvalidInput({ fields: {}, general: [words] }, options);
      // Checks of the table, and values its types cannot hold.
      return /^(23514|22)/.test(fault.code)
        ? new InvalidInput({ fields: {}, general: ['A value is not allowed here.'] }, options)
        : null;
    }
  }
}

function wordsOf({ constraints }: Resource, { constraint_name: name = '' }: DatabaseError) {
  return Object.hasOwn(constraints, name) ? constraints[name] : undefined;
}

/** The driver's error behind Drizzle's. */
export function databaseError(error: unknown): DatabaseError | null {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if (/^[0-9A-Z]{5}$/.test(String((current as DatabaseError).code))) {
      return current as DatabaseError;
    }
    current = current.cause;
  }
  return null;
}

function takenValue(
  resource: Resource,
  { constraint_name }: DatabaseError,
  values: Values,
  options: ErrorOptions,
): InvalidInput {
  const names = keyColumns(resource.table, constraint_name ?? '').filter((name) => {
    return name !== 'tenantId' && name in resource.fields;
  });
  const [name] = names;
  if (!name) {
    return new InvalidInput({ fields: {}, general: ['Something like it exists.'] }, options);
  }
  return invalidField(name, `“${String(values[name] ?? '')}” is taken.`, options);
}

function keyColumns(table: PgTable, key: string): string[] {
  const { indexes, uniqueConstraints } = getTableConfig(table);
  const index = indexes.find(({ config }) => config.name === key);
  if (index) return index.config.columns.map(nameIn);
  return uniqueConstraints.find(({ name }) => name === key)?.columns.map(({ name }) => name) ?? [];
}

/** A column's name, also of one that a key holds in lower case. */
function nameIn(column: unknown): string {
  if (!is(column, SQL)) return (column as { name?: string }).name ?? '';
  const chunk = column.queryChunks.find((one) => is(one, Column));
  return (chunk as Column | undefined)?.name ?? '';
}

function fieldOfReference({ table, fields }: Resource, fault: DatabaseError): Field | undefined {
  return Object.values(fields).find(({ name, relation }) => {
    const from = relation?.through?.table ?? table;
    const column = relation?.through?.other ?? name;
    return referencesOf(from).some(
      (one) => one.name === fault.constraint_name && one.column === column,
    );
  });
}

function fieldOfColumn({ fields }: Resource, fault: DatabaseError): Field | undefined {
  return Object.values(fields).find(({ name, relation }) => {
    return relation && databaseName(relation.through?.other ?? name) === fault.column_name;
  });
}

function missingRow(field: Field | undefined, options: ErrorOptions): InvalidInput | null {
  return field ? invalidField(field.name, missingRowWords(field), options) : null;
}

/** What to say where a related row does not exist, in this tenant at least. */
export function missingRowWords(field: Field): string {
  return field.kind === 'relations'
    ? `One of the ${field.label.toLowerCase()} does not exist.`
    : `There is no such ${field.label.toLowerCase()}.`;
}
