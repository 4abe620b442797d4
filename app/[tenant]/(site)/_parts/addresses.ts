/** Public address of an article. */
export function postAddress(slug: string): string {
  return `/blog/${encodeURIComponent(slug)}`;
}

/** Public address of an author's articles. */
export function authorAddress(slug: string): string {
  return `/authors/${encodeURIComponent(slug)}`;
}

/** Public address of a topic. */
export function topicAddress(slug: string): string {
  return `/tags/${encodeURIComponent(slug)}`;
}
