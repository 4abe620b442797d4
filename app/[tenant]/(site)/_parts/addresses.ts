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

/** Public address of the articles of a year, or of a month of it. */
export function periodAddress({ year, month }: { year: number; month?: number }): string {
  const ofYear = `/archive/${String(year).padStart(4, '0')}`;
  return month ? `${ofYear}/${String(month).padStart(2, '0')}` : ofYear;
}
