import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkJournal, type JournalEntry, pendingMigrations } from './migration-journal';

const entries: JournalEntry[] = [
  { idx: 0, when: 100, tag: '0000_start' },
  { idx: 1, when: 200, tag: '0001_more' },
];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  for (const { tag } of entries) writeFileSync(`${folder}/${tag}.sql`, `select '${tag}';`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (tag: string) =>
  createHash('sha256')
    .update(readFileSync(`${folder}/${tag}.sql`))
    .digest('hex');

describe('the order', () => {
  test('as generated is accepted', () => {
    expect(() => checkJournal('drizzle/tenant', entries)).not.toThrow();
    expect(() => checkJournal('drizzle/tenant', [])).not.toThrow();
  });
  test.each([
    ['an older file merged later', [entries[0], { idx: 1, when: 50, tag: '0001_late' }]],
    ['two of the same time', [entries[0], { idx: 1, when: 100, tag: '0001_late' }]],
    ['a number left out', [entries[0], { idx: 2, when: 200, tag: '0001_late' }]],
    ['a number twice', [entries[0], { idx: 0, when: 200, tag: '0001_late' }]],
  ] as [string, JournalEntry[]][])('%s is refused by name', (_name, journal) => {
    const message = 'drizzle/tenant: migration 0001_late is out of order';
    expect(() => checkJournal('drizzle/tenant', journal)).toThrow(message);
  });
});

describe('what is left to apply', () => {
  test('is everything on an empty database', () => {
    expect(pendingMigrations(folder, entries, [])).toEqual(entries);
  });
  test('is what comes after the applied ones', () => {
    expect(pendingMigrations(folder, entries, [hashOf('0000_start')])).toEqual([entries[1]]);
  });
  test('is nothing when all are applied', () => {
    const hashes = entries.map(({ tag }) => hashOf(tag));
    expect(pendingMigrations(folder, entries, hashes)).toEqual([]);
  });
  test('is not told when an applied file was changed', () => {
    expect(() => pendingMigrations(folder, entries, ['other'])).toThrow('0000_start was changed');
  });
  test('is not told when the database is ahead', () => {
    const hashes = [...entries.map(({ tag }) => hashOf(tag)), 'later'];
    expect(() => pendingMigrations(folder, entries, hashes)).toThrow('ahead of this code by 1');
  });
});

describe.each(['platform', 'tenant'])('drizzle/%s', (name) => {
  const journal = JSON.parse(readFileSync(`drizzle/${name}/meta/_journal.json`, 'utf8'));

  test('is in order', () => {
    expect(() => checkJournal(name, journal.entries)).not.toThrow();
  });
  test('has a file for every entry and no other', () => {
    const files = readdirSync(`drizzle/${name}`).filter((file) => file.endsWith('.sql'));
    const tags = journal.entries.map((entry: JournalEntry) => `${entry.tag}.sql`);
    expect(files.sort()).toEqual(tags.sort());
  });
});
