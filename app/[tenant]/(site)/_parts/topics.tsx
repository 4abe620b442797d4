import Link from 'next/link';
import { topicAddress } from './addresses';

interface Topic {
  slug: string;
  name: string;
}

/** The first topic of an article, above its title. */
export function FirstTopic({ tags }: { tags: Topic[] }) {
  const [topic] = tags;
  if (!topic) return null;
  return (
    <Link
      href={topicAddress(topic.slug)}
      className="inline-flex min-h-6 items-center font-semibold text-accent text-sm hover:underline"
    >
      {topic.name}
    </Link>
  );
}

/** All topics of an article. */
export function TopicList({ tags }: { tags: Topic[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {tags.map(({ slug, name }) => (
        <li key={slug}>
          <Link className="tag" href={topicAddress(slug)}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
