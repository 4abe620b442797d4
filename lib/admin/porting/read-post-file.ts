import type { FileFault, PostFile } from './post-file';
import { readDate } from './read-date';
import { readYaml, type YamlEntry } from './read-yaml';
import { slugOfFile } from './slug-of-file';
import { splitFrontMatter } from './split-front-matter';

/** What a file says about a post. What is absent is left to what is there already, or to chance. */
export interface FilePost {
  title: string;
  slug: string;
  description?: string;
  status?: 'draft' | 'scheduled' | 'published';
  /** ISO time. */
  publishedAt?: string;
  /** Name or slug. */
  author?: string;
  /** Names or slugs. */
  tags?: string[];
  body: string;
  seoTitle?: string;
  seoDescription?: string;
  canonicalUrl?: string;
  /** ISO time. */
  unpublishAt?: string;
  /** Address or name of a picture; empty for none. */
  cover?: string;
}

/** What came of reading a file. */
export interface ReadFile {
  post: FilePost | null;
  faults: FileFault[];
  /** Names in its front matter that mean nothing here. */
  ignored: string[];
}

/** Other names that generators of sites have for the same, in small letters. */
const names: Record<string, string> = {
  ...{ title: 'title', slug: 'slug', status: 'status', draft: 'draft', published: 'published' },
  ...{ description: 'description', excerpt: 'description', summary: 'description' },
  ...{ custom_excerpt: 'description', publishedat: 'date', published_at: 'date', date: 'date' },
  ...{ pubdate: 'date', author: 'author', authors: 'author', tags: 'tags', tag: 'tags' },
  ...{ seotitle: 'seoTitle', seodescription: 'seoDescription' },
  ...{ canonicalurl: 'canonicalUrl', canonical_url: 'canonicalUrl', canonical: 'canonicalUrl' },
  ...{ unpublishat: 'unpublishAt', expirydate: 'unpublishAt' },
  ...{ cover: 'cover', image: 'cover', coverimage: 'cover', cover_image: 'cover' },
  ...{ featured_image: 'cover', feature_image: 'cover', featuredimage: 'cover' },
  ...{ categories: 'tags', category: 'tags', keywords: 'tags' },
};

/** Texts that are taken as they are. */
const plain = ['seoTitle', 'seoDescription', 'canonicalUrl'] as const;
const mostTags = 100;

/**
 * Reads a Markdown file with front matter: this program's own, and those of Hugo, Jekyll and others
 * that look like them.
 *
 * @param timeZone - in which times without an offset are meant.
 */
export function readPostFile({ name, text }: PostFile, timeZone: string): ReadFile {
  const split = splitFrontMatter(text);
  if (!split) return refused({ line: 1, message: noFrontMatter });
  const { entries, faults } = readYaml(split.yaml, split.yamlLine);
  if (faults.length > 0) return { post: null, faults, ignored: [] };
  const told: FileFault[] = [];
  const known = new Map<string, YamlEntry[]>();
  const ignored: string[] = [];
  for (const entry of entries) {
    const meant = Object.hasOwn(names, entry.key.toLowerCase()) && names[entry.key.toLowerCase()];
    if (meant) known.set(meant, [...(known.get(meant) ?? []), entry]);
    else ignored.push(entry.key.slice(0, 40));
  }
  const text1 = (meant: string) => firstText(known.get(meant));
  const title = text1('title')?.trim() ?? '';
  if (!title) told.push({ line: known.get('title')?.[0]?.line ?? 1, message: 'It has no title.' });
  const { slug: ofName, date: ofFile } = slugOfFile(name);
  const date = dateOf(known.get('date')?.[0], timeZone, told);
  const publishedAt = date ?? (ofFile ? readDate(ofFile, timeZone) : null) ?? undefined;
  const status = statusOf(known, publishedAt !== undefined, told);
  const tags = tagsOf(known.get('tags'));
  if (tags && tags.length > mostTags) {
    told.push({
      line: known.get('tags')?.[0]?.line,
      message: `It has more than ${mostTags} topics.`,
    });
  }
  const author = text1('author')?.trim();
  const description = text1('description');
  const cover = text1('cover')?.trim();
  const unpublishAt = dateOf(known.get('unpublishAt')?.[0], timeZone, told);
  const post: FilePost = {
    ...{ title, body: split.body, slug: text1('slug')?.trim() || ofName },
    ...(description !== undefined && { description }),
    ...(status && { status }),
    ...(publishedAt && { publishedAt }),
    ...(author && { author }),
    ...(cover !== undefined && { cover }),
    ...(tags && { tags }),
    ...(unpublishAt && { unpublishAt }),
    ...Object.fromEntries(
      plain.flatMap((one) => (known.has(one) ? [[one, text1(one) ?? '']] : [])),
    ),
  };
  return { post: told.length > 0 ? null : post, faults: told, ignored };
}

const noFrontMatter =
  'It has no front matter: the first line is three hyphens, and a line of three ends it.';

function refused(fault: FileFault): ReadFile {
  return { post: null, faults: [fault], ignored: [] };
}

/** The first that says anything; the empty text where one is there and none does. */
function firstText(entries: YamlEntry[] | undefined): string | undefined {
  const texts = entries?.map(({ value }) => (Array.isArray(value) ? (value[0] ?? '') : value));
  return texts && (texts.find((text) => text.trim() !== '') ?? texts[0]);
}

function dateOf(entry: YamlEntry | undefined, timeZone: string, told: FileFault[]) {
  const written = entry && firstText([entry])?.trim();
  if (!entry || !written) return null;
  const date = readDate(written, timeZone);
  if (!date) {
    const shown = written.slice(0, 40);
    told.push({ line: entry.line, message: `“${shown}” is no date like 2024-05-01 10:30.` });
  }
  return date;
}

const statuses = ['draft', 'scheduled', 'published'] as const;
const yes = /^(true|yes|on|1)$/i;
const no = /^(false|no|off|0)$/i;

/** A file that says nothing is out where it has a date, as generators have it, and a draft otherwise. */
function statusOf(known: Map<string, YamlEntry[]>, isDated: boolean, told: FileFault[]) {
  const asked = known.get('status')?.[0];
  const written = firstText(known.get('status'))?.trim().toLowerCase();
  if (asked && written) {
    const status = statuses.find((one) => one === written);
    if (!status) {
      const shown = written.slice(0, 40);
      told.push({
        line: asked.line,
        message: `The status “${shown}” is none of ${statuses.join(', ')}.`,
      });
    }
    return status;
  }
  for (const [name, whenYes, whenNo] of [
    ['draft', 'draft', 'published'],
    ['published', 'published', 'draft'],
  ] as const) {
    const word = firstText(known.get(name))?.trim();
    if (!word) continue;
    if (yes.test(word)) return whenYes;
    if (no.test(word)) return whenNo;
    told.push({ line: known.get(name)?.[0]?.line, message: `${name} is either true or false.` });
  }
  return isDated ? 'published' : undefined;
}

function tagsOf(entries: YamlEntry[] | undefined): string[] | undefined {
  const all = entries?.flatMap(({ value }) => (Array.isArray(value) ? value : value.split(',')));
  return all && [...new Set(all.map((text) => text.trim()).filter(Boolean))];
}
