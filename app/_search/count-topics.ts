import type { Hit } from './found';

/** A topic of what was found, and of how many. */
export interface FoundTopic {
  slug: string;
  name: string;
  count: number;
}

/** Counts the topics of what was found: the most frequent first, then by name. */
export function countTopics(hits: Hit[]): FoundTopic[] {
  const counted = new Map<string, FoundTopic>();
  for (const { slug, name } of hits.flatMap(({ tags }) => tags)) {
    counted.set(slug, { slug, name, count: (counted.get(slug)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** What of the hits has a topic; all of them without one. */
export function hitsOn(hits: Hit[], topic: string | null): Hit[] {
  return topic === null ? hits : hits.filter(({ tags }) => tags.some(({ slug }) => slug === topic));
}
