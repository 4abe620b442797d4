import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { InvalidInput } from '../../errors';
import type { ScopedTx } from '../scoped-tx';
import { alive, all, isId, type RowShape } from './row-shape';
import type { ListOptions, Page } from './tenant-repository';

type Values = Record<string, unknown>;

interface Place {
  /** ISO time, or null where the table has none. */
  at: string | null;
  id: string | number;
}

const [usual, most] = [50, 500];

/** Reads one page: whatever the depth, the same work, for it goes on after the last row seen. */
export async function listRows(
  tx: ScopedTx,
  shape: RowShape,
  { limit = usual, after, where, order = 'newest', trash }: ListOptions,
): Promise<Page<Values>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw new InvalidInput({ limit: [`Ask for 1 to ${most} at a time.`] });
  }
  const { table, id, createdAt } = shape;
  const turn = order === 'newest' ? desc : asc;
  const rows: Values[] = await tx
    .select()
    .from(table)
    .where(all(alive(shape, trash), where, after ? beyond(shape, order, after) : undefined))
    .orderBy(...(createdAt ? [turn(createdAt)] : []), turn(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? placeOf(page.at(-1) ?? {}) : null };
}

function beyond(shape: RowShape, order: 'newest' | 'oldest', after: string): SQL {
  const { id, createdAt } = shape;
  const place = readPlace(shape, after);
  const sign = order === 'newest' ? sql`<` : sql`>`;
  if (!createdAt || place.at === null) return sql`${id} ${sign} ${sql.param(place.id, id)}`;
  const at = sql.param(new Date(place.at), createdAt);
  return sql`(${createdAt}, ${id}) ${sign} (${at}, ${sql.param(place.id, id)})`;
}

function placeOf({ createdAt, id }: Values): string {
  const at = createdAt instanceof Date ? createdAt.toISOString() : null;
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws InvalidInput for what no page of this list has given. */
function readPlace(shape: RowShape, text: string): Place {
  const [at, id] = parse(text);
  const isTime = typeof at === 'string' && !Number.isNaN(Date.parse(at));
  if (!isId(shape, id) || (shape.createdAt ? !isTime : at !== null)) {
    throw new InvalidInput({ after: ['There is no such place in this list.'] });
  }
  return { at: at as string | null, id: id as string | number };
}

function parse(text: string): unknown[] {
  try {
    const parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
