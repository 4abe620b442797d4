import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { mailFolder } from '../mail-folder';
import { findKeptMail, type KeptMail } from './kept-mail';

const most = 50;

/** The newest mails of the local mailbox, the newest first. */
export async function listKeptMails(): Promise<KeptMail[]> {
  const folder = mailFolder();
  const names = await readdir(folder).catch(() => [] as string[]);
  const files = await Promise.all(
    names
      .filter((name) => /^[0-9a-f]{32}\.eml$/.test(name))
      .map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  );
  const newest = files.toSorted((a, b) => b.at - a.at).slice(0, most);
  const mails = await Promise.all(newest.map(({ name }) => findKeptMail(name.slice(0, -4))));
  return mails.filter((mail) => mail !== null);
}
