import { escapeHtml } from './escape-html';
import { type HouseSign, housePaths } from './house-picture';
import { standaloneStyle } from './standalone-style';
import { themeScript } from './theme-script';

/** Parts of a page written as text. Those named "Html" are trusted; all others get escaped. */
export interface StandalonePage {
  title: string;
  headerHtml: string;
  sign: HouseSign;
  badge: string;
  badgeIsPlain?: boolean;
  heading: string;
  ledeHtml: string;
  hints?: { who: string; what: string }[];
  action: { href: string; label: string };
  foot: string[];
}

/** A whole HTML document that needs nothing besides itself. */
export function standalonePage(page: StandalonePage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${standaloneStyle}</style>
<script>${themeScript}</script>
</head>
<body>
<header>${page.headerHtml}</header>
<main>
<div>
<span class="badge${page.badgeIsPlain ? ' plain' : ''}">${escapeHtml(page.badge)}</span>
<h1>${escapeHtml(page.heading)}</h1>
<p class="lede">${page.ledeHtml}</p>
${hintList(page.hints ?? [])}
<p class="acts"><a class="button" href="${escapeHtml(page.action.href)}">${escapeHtml(page.action.label)}</a></p>
</div>
${picture(page.sign)}
</main>
<footer>${page.foot.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</footer>
</body>
</html>
`;
}

/** A host, id or date inside a sentence. */
export function literalHtml(text: string): string {
  return `<span class="literal">${escapeHtml(text)}</span>`;
}

function hintList(hints: { who: string; what: string }[]): string {
  if (hints.length === 0) return '';
  const items = hints.map(
    ({ who, what }) => `<li><b>${escapeHtml(who)}</b> ${escapeHtml(what)}</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

function picture(sign: HouseSign): string {
  const paths = housePaths(sign).map(({ d, fill, stroke, width, dash }) => {
    const line = stroke ? ` stroke="${stroke}" stroke-width="${width}"` : '';
    return `<path d="${d}" fill="${fill}"${line}${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
  });
  return `<svg viewBox="0 0 400 340" aria-hidden="true" stroke-linecap="round">${paths.join('')}</svg>`;
}
