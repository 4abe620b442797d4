/**
 * What the main button of the editor does, in words (S: the button names its effect).
 *
 * @param status - of the post as it is stored.
 * @param goesOut - the time in the form, as a local time without zone; empty for none.
 * @param now - the time by the tenant's clocks, written the same way.
 */
export function publishWords(status: string, goesOut: string, now: string): string {
  if (status === 'published') return 'Publish changes';
  const isLater = goesOut !== '' && goesOut > now;
  if (status === 'scheduled') return isLater ? 'Update schedule' : 'Publish';
  return isLater ? 'Schedule' : 'Publish';
}

/** The time by the clocks of a zone, as inputs write it: 2026-11-30T09:05. */
export function clockOf(zone: string | undefined, instant = new Date()): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(instant).replace(' ', 'T');
}
