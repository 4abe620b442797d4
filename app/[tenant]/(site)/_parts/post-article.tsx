import type { ReactNode } from 'react';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostView } from '@/lib/blog/post-summary';
import type { Heading } from '@/lib/markdown/post-headings';
import type { PostComments } from '@/lib/site/read-comments';
import { Avatar } from '@/lib/ui/avatar';
import type { DateSettings } from '@/lib/ui/format-date';
import { authorAddress } from './addresses';
import { Comments } from './comments/comments';
import { OnThisPage } from './on-this-page';
import { PostCover } from './post-cover';
import { PostDate } from './post-meta';
import { PostNeighbours } from './post-neighbours';
import { RelatedPosts } from './related-posts';
import { FirstTopic, TopicList } from './topics';

interface PostArticleProps {
  post: PostView;
  dates: DateSettings;
  headings: Heading[];
  /** Null where the site has none; absent on previews. */
  comments?: PostComments | null;
  /** The rendered body. */
  children: ReactNode;
}

/** The reading page: text in the middle, contents beside it where the window is wide enough. */
export function PostArticle({
  post,
  dates,
  headings,
  comments = null,
  children,
}: PostArticleProps) {
  return (
    <main id="main" tabIndex={-1}>
      <article className="post-columns">
        <header>
          <FirstTopic tags={post.tags} />
          <h1 className="headline mt-2 mb-4 text-[clamp(2rem,4.6vw,3rem)] leading-[1.07] tracking-[-0.024em]">
            {post.title}
          </h1>
          {post.description ? (
            <p className="mb-6 font-read text-[1.1875rem] text-ink-2 leading-[1.45] mid:text-xl">
              {post.description}
            </p>
          ) : null}
          <Byline post={post} dates={dates} comments={comments?.count ?? 0} />
          {post.cover ? <PostCover post={post} as="article" /> : null}
        </header>
        <OnThisPage headings={headings} tags={post.tags} />
        <div className="prose">{children}</div>
        <footer>
          {post.tags.length > 0 ? (
            <section className="mt-10 print:hidden rail:hidden" aria-label="Topics">
              <TopicList tags={post.tags} />
            </section>
          ) : null}
          <RelatedPosts posts={post.related} />
          <PostNeighbours newer={post.newer} older={post.older} />
          {comments ? <Comments postId={post.id} first={comments} dates={dates} /> : null}
        </footer>
      </article>
    </main>
  );
}

interface BylineProps {
  post: PostView;
  dates: DateSettings;
  comments: number;
}

function Byline({ post, dates, comments }: BylineProps) {
  return (
    <div className="mb-8 flex items-center gap-3 border-line border-y py-3.5">
      <Avatar name={post.author.name} />
      <p className="min-w-0 leading-[1.35]">
        <b className="block font-semibold">
          <AuthorName author={post.author} />
        </b>
        <span className="text-ink-3 text-sm">
          <PostDate iso={post.publishedAt} dates={dates} />, {post.readingMinutes} min read
          {comments > 0 ? (
            <>
              ,{' '}
              <a className="hover:underline" href="#comments">
                {comments === 1 ? '1 comment' : `${comments} comments`}
              </a>
            </>
          ) : null}
        </span>
      </p>
    </div>
  );
}

/** A link to what else they have written, where there is such a page. */
function AuthorName({ author: { name, slug } }: { author: PostView['author'] }) {
  if (slug === null) return name;
  return (
    <SiteLink className="hover:underline" href={authorAddress(slug)}>
      {name}
    </SiteLink>
  );
}
