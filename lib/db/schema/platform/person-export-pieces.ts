import { boolean, index, integer, jsonb, unique, uuid } from 'drizzle-orm/pg-core';
import { personExports } from './person-exports';
import { platform } from './platform-schema';
import { tenants } from './tenants';

/** What one place had of a person, in pieces that are small enough to be read one by one. */
export const personExportPieces = platform.table(
  'person_export_pieces',
  {
    exportId: uuid()
      .notNull()
      .references(() => personExports.id, { onDelete: 'cascade' }),
    // A tenant, or null for what the platform itself has. The row is the person's, and no tenant's.
    placeId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    isLast: boolean().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    unique('person_export_pieces_key')
      .on(table.exportId, table.placeId, table.seq)
      .nullsNotDistinct(),
    index('person_export_pieces_place_idx').on(table.placeId),
  ],
);
