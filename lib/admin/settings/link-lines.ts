import type { SiteLinkTo } from '../../tenancy/site-links';

/** Reads links as a person writes them: one a line, words and address with a comma between them. */
export function readLinkLines(text: string): SiteLinkTo[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(',');
      const [label, href] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
      return { label: label.trim(), href: href.trim() };
    });
}

/** Writes links as readLinkLines reads them. */
export function writeLinkLines(links: readonly SiteLinkTo[]): string {
  return links.map(({ label, href }) => `${label}, ${href}`).join('\n');
}
