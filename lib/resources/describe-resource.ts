import type { Choice, Field, FieldKind, Resource, ResourcePermissions } from './resource';

/** A field as screens and documents need it. */
export interface FieldDescription {
  name: string;
  label: string;
  help: string;
  kind: FieldKind;
  required: boolean;
  nullable: boolean;
  whole: boolean;
  min: number | null;
  max: number | null;
  choices: Choice[];
  /** Name of the other resource, for relations. */
  target: string | null;
  /** The field an empty slug is made from. */
  from: string | null;
  inForm: boolean;
}

/** Everything about a resource that is plain data: for client components and OpenAPI. */
export interface ResourceDescription {
  name: string;
  singular: string;
  label: string;
  title: string;
  fields: FieldDescription[];
  columns: { name: string; label: string; kind: FieldKind; sortable: boolean }[];
  filters: {
    name: string;
    label: string;
    kind: FieldKind;
    choices: Choice[];
    target: string | null;
  }[];
  hasSearch: boolean;
  sort: string;
  actions: { name: string; label: string; done: string; permission: string }[];
  permissions: ResourcePermissions;
  readOnly: boolean;
  hasTrash: boolean;
  hasVersions: boolean;
}

/** Describes a resource without its functions and tables. */
export function describeResource(resource: Resource): ResourceDescription {
  const { name, singular, label, title, fields, form, sortable, permissions } = resource;
  return {
    ...{ name, singular, label, title, permissions },
    fields: Object.values(fields).map((field) => describeField(field, form.includes(field.name))),
    columns: resource.columns.map((column) => {
      const { kind, label: heading } = fields[column] as Field;
      return { name: column, label: heading, kind, sortable: sortable.includes(column) };
    }),
    filters: resource.filters.map((filter) => {
      const { kind, label: heading, choices, relation } = fields[filter] as Field;
      const target = relation?.target ?? null;
      return { name: filter, label: heading, kind, choices, target };
    }),
    hasSearch: resource.search.length > 0,
    sort: resource.sort,
    actions: Object.entries(resource.actions).map(([action, one]) => ({
      name: action,
      label: one.label,
      done: one.done,
      permission: one.permission ?? permissions.write,
    })),
    readOnly: resource.readOnly,
    hasTrash: resource.has.trash,
    hasVersions: resource.has.version,
  };
}

function describeField(field: Field, inForm: boolean): FieldDescription {
  const { name, label, help, kind, required, nullable, whole, min, max, choices, from } = field;
  const target = field.relation?.target ?? null;
  return {
    name,
    label,
    help,
    kind,
    required,
    nullable,
    whole,
    min,
    max,
    choices,
    target,
    from,
    inForm,
  };
}
