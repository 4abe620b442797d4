import type { Values } from './resource';

/** A row another row names, as pickers and lists show it. */
export interface RelatedRow {
  id: string;
  label: string;
  /** It is in the trash: kept where it was chosen, not offered anew. */
  trashed: boolean;
}

/** A row for lists, forms and programs. Plain data; times are ISO strings. */
export interface ResourceRecord {
  id: string;
  label: string;
  /** Give it back when saving; null where the table cannot tell versions apart. */
  version: number | null;
  updatedAt: string | null;
  deletedAt: string | null;
  values: Values;
  /** The rows that relation fields name, by field. */
  related: Record<string, RelatedRow[]>;
}
