import type { ArchivePeriod } from '@/lib/blog/archive-period';
import { type DateSettings, formatDate } from '@/lib/ui/format-date';

/** A period in the tenant's words: "2024", "May 2024", or "May" where the year is left out. */
export function periodName(
  { year, month }: ArchivePeriod,
  { locale }: DateSettings,
  withYear = true,
): string {
  if (!month) return String(year);
  const inside = new Date(Date.UTC(2000, month - 1, 15));
  inside.setUTCFullYear(year);
  const style = { month: 'long', ...(withYear && { year: 'numeric' as const }) } as const;
  return formatDate(inside.toISOString(), { locale, timeZone: 'UTC' }, style);
}
