/** What a page shows for a search. Plain data: it travels to the browser. */
export interface Found {
  /** What was searched for: the beginning of what was typed. */
  text: string;
  isCut: boolean;
  isWordless: boolean;
  degraded: boolean;
  /** How many there are, of which the best are here. */
  total: number;
  hits: Hit[];
}

/** One article that was found. */
export interface Hit {
  id: string;
  /** Path of the article; of a draft its record in the admin. */
  href: string;
  /** HTML: only `<mark>` in it is not escaped. */
  title: string;
  excerpt: string;
  /** Null for a draft that was never out. */
  date: { iso: string; words: string } | null;
  isDraft: boolean;
  /** A draft that goes out by itself. */
  isScheduled: boolean;
  tags: { slug: string; name: string }[];
}
