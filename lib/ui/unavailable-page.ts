import { escapeHtml } from './escape-html';
import { firstLetter } from './first-letter';
import { formatDate } from './format-date';
import { literalHtml, standalonePage } from './standalone-page';
import { tileColors } from './tile-colors';

interface UnavailablePage {
  tenantName: string;
  host: string;
  brandColor: string;
  suspendedAt: string | null;
  timeZone: string;
  requestId: string;
  /** Where the site begins. */
  home: string;
}

/**
 * The page of a suspended tenant, as a whole document: a page of the build cannot answer 503, a
 * route can (contract: suspended tenant). Everything given is escaped.
 */
export function unavailablePage(page: UnavailablePage): string {
  const { ground, letter } = tileColors(page.brandColor);
  const tile = `<span class="tile" aria-hidden="true" style="background:${ground};color:${letter}">${escapeHtml(firstLetter(page.tenantName))}</span>`;
  const date = formatDate(page.suspendedAt ?? '', { timeZone: page.timeZone, locale: 'en-GB' });
  const since = date === '' ? 'is suspended' : `was suspended on ${escapeHtml(date)}`;
  return standalonePage({
    title: `${page.tenantName} is paused`,
    headerHtml: `${tile}<span>${escapeHtml(page.tenantName)}</span>`,
    sign: 'paused',
    badge: 'Paused',
    heading: `${page.tenantName} is paused for now`,
    ledeHtml: `The site at ${literalHtml(page.host)} ${since}. Its articles and members are kept and will be back as they were when it is reactivated.`,
    hints: [
      { who: 'Reading?', what: 'There is nothing you need to do. Come back later.' },
      {
        who: 'Are you the owner?',
        what: 'Ask the people who run this platform for the reason, and give them the request below.',
      },
    ],
    action: { href: page.home, label: 'Try again' },
    foot: [`Request ${page.requestId}`, 'Hosted by Tenantry'],
  });
}
