import { escapeHtml } from './escape-html';
import { firstLetter } from './first-letter';
import { formatDate } from './format-date';
import { literalHtml, standalonePage } from './standalone-page';
import { tileColors } from './tile-colors';

interface MaintenancePage {
  tenantName: string;
  host: string;
  brandColor: string;
  /** What the people who work on it say; a sentence of our own when it is empty. */
  message: string;
  /** ISO time, or null. */
  until: string | null;
  timeZone: string;
  requestId: string;
  home: string;
}

/** The page of a tenant that is closed for work on it, as a whole document. Everything given is escaped. */
export function maintenancePage(page: MaintenancePage): string {
  const { ground, letter } = tileColors(page.brandColor);
  const tile = `<span class="tile" aria-hidden="true" style="background:${ground};color:${letter}">${escapeHtml(firstLetter(page.tenantName))}</span>`;
  const usual = `The site at ${literalHtml(page.host)} is closed for a short while.`;
  return standalonePage({
    title: `${page.tenantName} will be back soon`,
    headerHtml: `${tile}<span>${escapeHtml(page.tenantName)}</span>`,
    sign: 'paused',
    badge: 'Maintenance',
    heading: `${page.tenantName} will be back soon`,
    ledeHtml: `${page.message ? escapeHtml(page.message) : usual}${whenHtml(page)}`,
    hints: [
      { who: 'Reading?', what: 'There is nothing you need to do. Come back later.' },
      {
        who: 'Do you work on it?',
        what: 'Open the site by the link that was made for this maintenance.',
      },
    ],
    action: { href: page.home, label: 'Try again' },
    foot: [`Request ${page.requestId}`, 'Hosted by Tenantry'],
  });
}

function whenHtml({ until, timeZone }: MaintenancePage): string {
  if (!until) return '';
  const style = { dateStyle: 'long', timeStyle: 'short' } as const;
  const moment = formatDate(until, { timeZone, locale: 'en-GB' }, style);
  return moment
    ? ` It is thought to be back at ${escapeHtml(moment)} (${escapeHtml(timeZone)}).`
    : '';
}
