import type { PgTable } from 'drizzle-orm/pg-core';
import { deriveFields } from './derive-fields';
import { deriveRelations, guessTitle } from './derive-relations';
import type {
  Field,
  FieldKind,
  FieldOptions,
  RelationOptions,
  Resource,
  ResourceDefinition,
} from './resource';
import { columnsOf, labelOf, ownColumns } from './table-columns';

type NameOf<T extends PgTable, R> = (keyof T['_']['columns'] & string) | (keyof R & string);

/**
 * Declares a table that people and programs look after; everything not said comes from the table
 * (D39).
 *
 * @throws Error at start for a name that is no field.
 */
export function defineResource<
  T extends PgTable,
  R extends Record<string, RelationOptions> = Record<never, never>,
>(
  definition: Omit<ResourceDefinition<NameOf<T, R>>, 'table' | 'relations'> & {
    table: T;
    relations?: R;
  },
): Resource {
  return completeResource(definition as unknown as ResourceDefinition);
}

const tooLongForLists: FieldKind[] = ['longtext', 'markdown', 'json', 'relations'];
const sortableKinds: FieldKind[] = ['text', 'slug', 'email', 'number', 'boolean', 'date', 'choice'];
const filterKinds: FieldKind[] = ['choice', 'boolean', 'relation', 'relations', 'date'];
const searchKinds: FieldKind[] = ['text', 'slug', 'email'];

function completeResource(definition: ResourceDefinition): Resource {
  const { name, table } = definition;
  const relations = deriveRelations(table, definition.relations);
  const options = withSlugSource(definition, guessTitle(table));
  const all = deriveFields(table, relations, options);
  const form = definition.form
    ? Object.keys(definition.form)
    : definition.readOnly
      ? []
      : Object.values(all).filter(isEditable).map(nameOf);
  const fields = inOrder(all, form);
  const has = abilitiesOf(table);
  const columns = definition.columns ?? defaultColumns(fields, has.updatedAt);
  const byKind = (kinds: FieldKind[]) =>
    Object.values(fields).filter((one) => kinds.includes(one.kind));
  const resource: Resource = {
    ...{ name, singular: definition.singular, table, fields, form, columns, has },
    label: definition.label ?? labelOf(name),
    title: definition.title ?? guessTitle(table),
    filters: definition.filters ?? byKind(filterKinds).map(nameOf),
    search: definition.search ?? byKind(searchKinds).filter(isText).map(nameOf).slice(0, 3),
    sort: definition.sort ?? (has.updatedAt ? '-updatedAt' : guessTitle(table)),
    sortable: definition.sortable ?? columns.filter((one) => isSortable(fields[one])),
    actions: definition.actions ?? {},
    permissions: {
      read: `${name}.read`,
      write: `${name}.write`,
      delete: `${name}.delete`,
      ...definition.permissions,
    },
    cacheTags: definition.cacheTags ?? (() => []),
    hooks: definition.hooks ?? {},
    readOnly: definition.readOnly ?? false,
    isUploaded: definition.isUploaded ?? false,
    loss: definition.loss ?? '',
    asks: definition.asks ?? [],
    constraints: definition.constraints ?? {},
    platformOnly: definition.platformOnly ?? false,
  };
  checkNames(resource);
  return resource;
}

/** An empty slug is made from the title, unless the declaration says otherwise. */
function withSlugSource(definition: ResourceDefinition, title: string) {
  const options: Record<string, FieldOptions | undefined> = {
    ...definition.fields,
    ...definition.form,
  };
  if (!('slug' in columnsOf(definition.table)) || title === 'slug') return options;
  return { ...options, slug: { from: title, ...options.slug } };
}

function abilitiesOf(table: PgTable): Resource['has'] {
  const columns = columnsOf(table);
  return {
    version: 'version' in columns,
    updatedAt: 'updatedAt' in columns,
    trash: 'deletedAt' in columns && 'version' in columns,
    tenant: 'tenantId' in columns,
  };
}

const nameOf = ({ name }: Field) => name;

function isEditable({ name, kind, column, relation }: Field): boolean {
  if (ownColumns.includes(name) || kind === 'json') return false;
  // An id without a foreign key means nothing to a person.
  return relation !== null || column?.columnType !== 'PgUUID';
}

/** LIKE knows texts only, whatever else is shown as one. */
function isText({ column }: Field): boolean {
  return column?.columnType === 'PgText' || column?.columnType === 'PgVarchar';
}

function isSortable(field: Field | undefined): boolean {
  return field?.column != null && sortableKinds.includes(field.kind);
}

function inOrder(all: Record<string, Field>, first: string[]): Record<string, Field> {
  const names = [...new Set([...first.filter((name) => name in all), ...Object.keys(all)])];
  return Object.fromEntries(names.map((name) => [name, all[name] as Field]));
}

function defaultColumns(fields: Record<string, Field>, hasUpdatedAt: boolean): string[] {
  const shown = Object.values(fields)
    .filter(({ kind, name }) => !tooLongForLists.includes(kind) && !ownColumns.includes(name))
    .map(nameOf)
    .slice(0, 6);
  return hasUpdatedAt ? [...shown, 'updatedAt'] : shown;
}

function checkNames(resource: Resource): void {
  const { title, sort, columns, filters, search, sortable, form, fields, name } = resource;
  const named = [...columns, ...filters, ...search, ...sortable, ...form, sort.replace(/^-/, '')];
  const strange = [...named, title].find((one) => one !== 'id' && !(one in fields));
  if (strange) throw new Error(`Resource ${name}: there is no field ${strange}.`);
  const long = columns.find((one) => fields[one]?.kind === 'markdown');
  if (long) throw new Error(`Resource ${name}: ${long} is too long for a list.`);
}
