import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { mailFolder } from '../mail-folder';

/** A mail of the local mailbox. */
export interface KeptMail {
  /** Name of its file. */
  id: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  /** When it was kept; a mail that was written again is new. */
  at: Date;
}

/**
 * Reads a mail of the local mailbox.
 *
 * @param id - from an address bar: nothing but the name of a mail finds a file.
 */
export async function findKeptMail(id: string): Promise<KeptMail | null> {
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const file = path.join(mailFolder(), `${id}.eml`);
  try {
    const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
    const { to, from, subject, text, html } = await PostalMime.parse(bytes);
    return {
      id,
      to: (to ?? []).map(({ name, address }) => shown(name, address)).join(', '),
      from: from ? shown(from.name, from.address) : '',
      subject: subject ?? '',
      text: text ?? '',
      html: html ?? '',
      at: mtime,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function shown(name: string | undefined, address: string | undefined): string {
  return name ? `${name} <${address ?? ''}>` : (address ?? '');
}
