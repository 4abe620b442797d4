/** A post as a file holds it. */
export interface WrittenPost {
  slug: string;
  title: string;
  description: string;
  status: string;
  /** ISO time; null for a draft without one. */
  publishedAt: string | null;
  /** Name or slug. */
  author: string;
  /** Names or slugs. */
  tags: string[];
  body: string;
  /** ISO time. */
  unpublishAt?: string | null;
  seoTitle?: string;
  seoDescription?: string;
  canonicalUrl?: string;
  /** The address of a picture. */
  cover?: string;
}

/**
 * Writes a post as Markdown with front matter. Texts stand in double quotes, in which YAML and JSON
 * are one; the Markdown follows after one empty line, untouched.
 */
export function writePostFile(post: WrittenPost): string {
  const lines = [
    `title: ${quoted(post.title)}`,
    `slug: ${quoted(post.slug)}`,
    `description: ${quoted(post.description)}`,
    `status: ${post.status}`,
    ...(post.publishedAt ? [`publishedAt: ${quoted(post.publishedAt)}`] : []),
    ...given('unpublishAt', post.unpublishAt),
    `author: ${quoted(post.author)}`,
    ...given('cover', post.cover),
    ...given('seoTitle', post.seoTitle),
    ...given('seoDescription', post.seoDescription),
    ...given('canonicalUrl', post.canonicalUrl),
    ...(post.tags.length > 0
      ? ['tags:', ...post.tags.map((tag) => `  - ${quoted(tag)}`)]
      : ['tags: []']),
  ];
  return `---\n${lines.join('\n')}\n---\n\n${post.body}`;
}

/** What most posts have not is written only where there is something. */
function given(name: string, value: string | null | undefined): string[] {
  return value ? [`${name}: ${quoted(value)}`] : [];
}

/** Signs that are no letters to YAML, and a mark that some readers drop, are written as numbers. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
