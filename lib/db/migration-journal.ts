import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One line of a drizzle-kit journal. */
export interface JournalEntry {
  idx: number;
  when: number;
  tag: string;
}

/**
 * The migrator applies only what is newer than the last applied file, so a file with an older
 * time, merged later, would be skipped in silence.
 *
 * @throws Error that names the entry out of order.
 */
export function checkJournal(folder: string, entries: JournalEntry[]): void {
  entries.forEach((entry, position) => {
    const before = entries[position - 1];
    if (entry.idx !== position || (before && entry.when <= before.when)) {
      throw new Error(
        `${folder}: migration ${entry.tag} is out of order. Generate it again, so that its time ` +
          'is later than that of the one before it.',
      );
    }
  });
}

/**
 * Gives the entries not yet applied.
 *
 * @param hashes - SHA-256 of the applied files, oldest first.
 * @throws Error when an applied file is gone or has been changed since.
 */
export function pendingMigrations(
  folder: string,
  entries: JournalEntry[],
  hashes: string[],
): JournalEntry[] {
  hashes.forEach((hash, position) => {
    const entry = entries[position];
    if (!entry) {
      throw new Error(
        `${folder}: the database is ahead of this code by ${hashes.length - entries.length} migration(s).`,
      );
    }
    if (hashOf(`${folder}/${entry.tag}.sql`) !== hash) {
      throw new Error(
        `${folder}: migration ${entry.tag} was changed after it had been applied. Add a new one instead.`,
      );
    }
  });
  return entries.slice(hashes.length);
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file, 'utf8')).digest('hex');
}
