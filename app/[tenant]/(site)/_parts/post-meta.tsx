import type { PostSummary } from '@/lib/blog/post-summary';
import { Avatar } from '@/lib/ui/avatar';
import { type DateSettings, formatDate } from '@/lib/ui/format-date';

/** Who wrote it, when, and how long it takes. */
export function PostMeta({ post, dates, withAvatar = false }: PostMetaProps) {
  return (
    <div className="flex items-center gap-2 text-ink-3 text-sm">
      {withAvatar ? <Avatar name={post.author.name} small /> : null}
      <p className="dotted">
        <b className="font-[550] text-ink-2">{post.author.name}</b>
        <PostDate iso={post.publishedAt} dates={dates} />
        <span>{post.readingMinutes} min read</span>
      </p>
    </div>
  );
}

interface PostMetaProps {
  post: PostSummary;
  dates: DateSettings;
  withAvatar?: boolean;
}

/** A day of publication in the tenant's zone and words. */
export function PostDate({ iso, dates }: { iso: string; dates: DateSettings }) {
  return <time dateTime={iso}>{formatDate(iso, dates)}</time>;
}
