import { escapeHtml } from './escape-html';
import type { HouseSign } from './house-picture';
import { standalonePage } from './standalone-page';

interface PlainErrorPage {
  status: number;
  title: string;
  detail: string;
  requestId: string;
}

// Tenantry's sign without the build's style sheet.
const MARK = `<svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true"><g fill="currentColor"><rect x="2" y="2" width="9" height="12" rx="1.5"/><g opacity=".55"><rect x="13" y="2" width="9" height="7" rx="1.5"/><rect x="2" y="16" width="9" height="6" rx="1.5"/></g></g><rect x="13" y="11" width="9" height="11" rx="1.5" fill="#f5a524"/></svg>`;

/**
 * A refusal of a route to a person, as a whole document. Everything given is escaped; give it only
 * what may be shown.
 */
export function plainErrorPage({ status, title, detail, requestId }: PlainErrorPage): string {
  return standalonePage({
    title,
    headerHtml: `${MARK}<span>Tenantry</span>`,
    sign: signOf(status),
    badge: String(status),
    badgeIsPlain: true,
    heading: title,
    ledeHtml: escapeHtml(detail),
    action: { href: '/', label: 'Go to the home page' },
    foot: [`Request ${requestId}`],
  });
}

function signOf(status: number): HouseSign {
  if (status === 404) return 'page';
  return status === 503 ? 'paused' : 'broken';
}
