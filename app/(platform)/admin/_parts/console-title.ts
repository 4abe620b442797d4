import type { Metadata } from 'next';
import { consoleFrame } from '@/lib/api/admin-frame';

/** The title of a page, for who may see the console; to all others there is no such page. */
export async function consoleTitle(title: string): Promise<Metadata> {
  return (await consoleFrame()) ? { title } : {};
}
