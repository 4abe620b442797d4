import type { Heading } from '@/lib/markdown/post-headings';
import { TopicList } from './topics';

interface OnThisPageProps {
  headings: Heading[];
  tags: { slug: string; name: string }[];
}

/** Contents and topics beside a long text. Gone where the window has no room for it. */
export function OnThisPage({ headings, tags }: OnThisPageProps) {
  if (headings.length < 2 && tags.length === 0) return null;
  return (
    <aside className="post-rail" aria-label="About this article">
      <div className="sticky top-24 grid max-w-60 gap-6">
        {headings.length < 2 ? null : (
          <nav aria-label="On this page">
            <h2 className="mb-1.5 text-sm">On this page</h2>
            <ul className="contents-list">
              {headings.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {tags.length === 0 ? null : (
          <div>
            <h2 className="mb-2 text-sm">Topics</h2>
            <TopicList tags={tags} />
          </div>
        )}
      </div>
    </aside>
  );
}
