import type { ArchivePeriod } from '@/lib/blog/archive-period';
import { readPageNumber } from './read-page-number';

const YEAR = /^(?!0000)[0-9]{4}$/;
const MONTH = /^(0[1-9]|1[0-2])$/;

/**
 * What an address below `/archive` asks for: `2024`, `2024/05`, each with `page/2` behind it or
 * without. Null for anything that is not written so.
 */
export function readPeriod(segments: string[]): (ArchivePeriod & { page: number }) | null {
  const [year = '', ...rest] = segments;
  const month = rest[0] === undefined || rest[0] === 'page' ? undefined : rest.shift();
  const [word, number, ...beyond] = rest;
  const page = word === undefined ? 1 : readPageNumber(number ?? '');
  if (!YEAR.test(year) || (month !== undefined && !MONTH.test(month))) return null;
  if (page === null || beyond.length > 0 || (word !== undefined && word !== 'page')) return null;
  return { year: Number(year), ...(month && { month: Number(month) }), page };
}
