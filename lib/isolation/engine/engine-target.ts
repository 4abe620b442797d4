import { randomBytes } from 'node:crypto';
import { exportCsv } from '../../resources/export-csv';
import { readListQuery } from '../../resources/list-query';
import { listRecords } from '../../resources/list-records';
import type { Field, Resource } from '../../resources/resource';
import type { ResourceContext } from '../../resources/resource-context';
import type { Records, WalkRecord } from '../doors/read-records';

/** What an attack on one resource has to work with. */
export interface EngineTarget {
  ctx: ResourceContext;
  resource: Resource;
  own: WalkRecord[];
  theirs: WalkRecord[];
  /** All records of both, for related rows. */
  ownRecords: Records;
  theirRecords: Records;
}

/** Tells what came through: ids, labels, counts. Empty is nothing. A refusal is nothing too. */
export type Attack = (target: EngineTarget) => Promise<string[]>;

/** Ids of a list. */
export const list = async ({ ctx, resource }: EngineTarget, params: Record<string, string>) => {
  const page = await listRecords(ctx, resource, readListQuery(resource, params));
  return page.records.map(({ id }) => id);
};

/** All of an export. */
export const exported = async ({ ctx, resource }: EngineTarget) => {
  let text = '';
  for await (const part of exportCsv(ctx, resource, readListQuery(resource, {}))) text += part;
  return text;
};

/** Fields that name other records. */
export function relations({ fields }: Resource): Field[] {
  return Object.values(fields).filter(({ relation }) => relation !== null);
}

/** A title that nobody else has. */
export function titled({ title }: Resource) {
  return { [title]: `Walked ${randomBytes(4).toString('hex')}` };
}

/** What a new record cannot do without, with own related rows. */
export function complete({ resource, ownRecords }: EngineTarget): Record<string, unknown> {
  const fields = resource.form.map((name) => resource.fields[name] as Field);
  const needed = fields.filter(
    ({ required, from, name }) => required && !from && name !== resource.title,
  );
  return {
    ...titled(resource),
    ...Object.fromEntries(
      needed.map(({ name, relation, choices, kind }) => [
        name,
        (relation && living(ownRecords[relation.target] ?? [])?.id) ??
          choices[0]?.value ??
          (kind === 'number' ? 1 : 'walked'),
      ]),
    ),
  };
}

/** The first that is not in the trash. */
export function living(records: WalkRecord[]): WalkRecord | undefined {
  return records.find(({ isTrashed }) => !isTrashed);
}

/** Of some ids, those of the records. */
export function keep(ids: string[], records: WalkRecord[]): string[] {
  const known = new Set(records.map(({ id }) => id));
  return ids.filter((id) => known.has(id));
}

/** Records whose label the others do not have. */
export function only(records: WalkRecord[], others: WalkRecord[]): WalkRecord[] {
  const known = new Set(others.map(({ label }) => label));
  return records.filter(({ label }) => label.length > 7 && !known.has(label));
}
