import { SiteLink } from '@/app/[tenant]/_parts/site-link';
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
    <SiteLink
      href={topicAddress(topic.slug)}
      className="inline-flex min-h-6 items-center font-semibold text-accent text-sm hover:underline"
    >
      {topic.name}
    </SiteLink>
  );
}

/** All topics of an article. */
export function TopicList({ tags }: { tags: Topic[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {tags.map(({ slug, name }) => (
        <li key={slug}>
          <SiteLink className="tag" href={topicAddress(slug)}>
            {name}
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}
