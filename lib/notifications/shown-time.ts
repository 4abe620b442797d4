import type { TenantInfo } from '../tenancy/tenant';

/** A time as a tenant reads it: in its own zone, which is named. */
export function shownTime({ settings }: Pick<TenantInfo, 'settings'>, time: Date): string {
  const { locale, timeZone } = settings;
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(time)} (${timeZone})`;
}
