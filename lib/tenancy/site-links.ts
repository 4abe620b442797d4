import { z } from 'zod';

/** A link a tenant puts into its own header or footer. */
export interface SiteLinkTo {
  label: string;
  /** A path of the site, or an address elsewhere. */
  href: string;
}

const mostLetters = 40;

/** True for what a link may lead to: a path of the site, a web address, a mail address. */
export function isLinkTarget(href: string): boolean {
  if (/[\s\\<>"]/.test(href) || href.length > 500) return false;
  if (/^\/(?!\/)/.test(href)) return true;
  return /^(https?:\/\/[^/?#]|mailto:.)/i.test(href) && URL.canParse(href);
}

const link = z.object({
  label: z.string().trim().min(1).max(mostLetters),
  href: z.string().refine(isLinkTarget),
});

/** As stored: what cannot be used is left out, so that one bad link takes no site down. */
export const storedLinks = z.preprocess((value) => {
  const list = Array.isArray(value) ? value : [];
  return list.flatMap((one) => link.safeParse(one).data ?? []).slice(0, 12);
}, z.array(link));

/**
 * As given by a person or a program: what cannot be used is refused.
 *
 * @param most - links at most.
 */
export function givenLinks(most: number) {
  return z
    .array(z.object({ label: z.string().trim(), href: z.string().trim() }))
    .max(most, `At most ${most} links.`)
    .superRefine((links, check) => {
      const fault = links.map(faultOf).find((one) => one !== null);
      if (fault) check.addIssue({ code: 'custom', message: fault });
    });
}

function faultOf({ label, href }: SiteLinkTo): string | null {
  if (label === '' || label.length > mostLetters) {
    return `“${label.slice(0, 60)}”: the words of a link have 1 to ${mostLetters} letters.`;
  }
  if (isLinkTarget(href)) return null;
  return `“${label}” leads to “${href.slice(0, 60)}”: write a path as in /tags, or an address as in https://example.com.`;
}
