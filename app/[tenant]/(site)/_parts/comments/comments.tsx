'use client';

import { useSignedIn } from '@/app/_realtime/use-signed-in';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostComments } from '@/lib/site/read-comments';
import type { DateSettings } from '@/lib/ui/format-date';
import { PlaceLink } from '@/lib/ui/place-link';
import { CommentForm } from './comment-form';
import { CommentThread } from './comment-thread';
import { threadsOf } from './threads-of';
import { useComments } from './use-comments';

interface CommentsProps {
  postId: string;
  /** As the cached page has them: the same for everybody. */
  first: PostComments;
  dates: DateSettings;
}

/** What members say about an article, and where they say it. The last thing on the page: nothing below it moves. */
export function Comments({ postId, first, dates }: CommentsProps) {
  const isSignedIn = useSignedIn();
  const state = useComments(postId, first, isSignedIn);
  const threads = threadsOf(state.comments);
  return (
    <section id="comments" aria-labelledby="comments-title" className="comments print:hidden">
      <h2 id="comments-title" className="headline text-xl">
        Comments{first.count > 0 ? ` (${first.count})` : ''}
      </h2>
      {threads.length === 0 ? <p className="text-ink-2">Nobody has commented yet.</p> : null}
      <ol className="comment-list">
        {threads.map((thread) => (
          <CommentThread key={thread.comment.id} {...{ thread, dates, state }} />
        ))}
      </ol>
      {state.next ? (
        <button type="button" className="button" onClick={() => void state.more()}>
          Show more comments
        </button>
      ) : null}
      <p role="alert" className="comment-fault">
        {state.failure}
      </p>
      {state.me === null ? (
        <p className="comment-way text-ink-2">
          {isSignedIn ? (
            state.isLoading ? (
              'Looking who you are'
            ) : (
              <SiteLink className="link" href="/login">
                Sign in again to comment
              </SiteLink>
            )
          ) : (
            <PlaceLink className="link" href="/login">
              Sign in to comment
            </PlaceLink>
          )}
        </p>
      ) : state.me.mayNot ? (
        <p className="comment-way text-ink-2">{state.me.mayNot}</p>
      ) : (
        <CommentForm
          label={`Comment as ${state.me.name}`}
          send={(body, once) => state.write(body, once, null)}
        />
      )}
    </section>
  );
}
