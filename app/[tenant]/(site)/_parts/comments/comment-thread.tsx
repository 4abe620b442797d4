'use client';

import { useState } from 'react';
import type { CommentView } from '@/lib/comments/comment-view';
import { Avatar } from '@/lib/ui/avatar';
import type { DateSettings } from '@/lib/ui/format-date';
import { PostDate } from '../post-meta';
import { CommentForm } from './comment-form';
import { LinkedText } from './linked-text';
import type { Thread } from './threads-of';
import type { CommentState } from './use-comments';

interface CommentThreadProps {
  thread: Thread;
  dates: DateSettings;
  state: CommentState;
}

/** A comment with what was answered to it. */
export function CommentThread({ thread: { comment, replies }, dates, state }: CommentThreadProps) {
  const [isReplying, setReplying] = useState(false);
  const mayReply = state.me !== null && !state.me.mayNot && !comment.isHeld;
  return (
    <li>
      <Comment {...{ comment, dates, state }}>
        {mayReply && !isReplying ? (
          <button type="button" className="link" onClick={() => setReplying(true)}>
            Reply<span className="sr-only"> to {comment.author}</span>
          </button>
        ) : null}
      </Comment>
      {replies.length > 0 ? (
        <ol className="comment-replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Comment {...{ comment: reply, dates, state }} />
            </li>
          ))}
        </ol>
      ) : null}
      {isReplying ? (
        <div className="comment-replies">
          <CommentForm
            label={`Reply to ${comment.author}`}
            send={(body, once) => state.write(body, once, comment.id)}
            leave={() => setReplying(false)}
          />
        </div>
      ) : null}
    </li>
  );
}

interface CommentProps {
  comment: CommentView;
  dates: DateSettings;
  state: CommentState;
  children?: React.ReactNode;
}

function Comment({ comment, dates, state, children }: CommentProps) {
  const { id, author, body, at, isHeld } = comment;
  return (
    <article className="comment" aria-label={`Comment by ${author}`}>
      <p className="comment-head">
        <Avatar name={author} small />
        <b>{author}</b>
        <span className="text-ink-3 text-sm">
          <PostDate iso={at} dates={dates} />
        </span>
      </p>
      {isHeld ? <p className="comment-held">Your comment waits for a moderator.</p> : null}
      <LinkedText text={body} />
      <p className="comment-acts">
        {children}
        {state.isOwn(id) ? <RemoveButton remove={() => state.remove(id)} /> : null}
      </p>
    </article>
  );
}

/** Asks once more where it stands, without a dialog. */
function RemoveButton({ remove }: { remove(): Promise<void> }) {
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <>
      <button type="button" className="link" onClick={() => void remove()}>
        Yes, delete it
      </button>
      <button type="button" className="link" onClick={() => setAsked(false)}>
        Keep it
      </button>
    </>
  ) : (
    <button type="button" className="link" onClick={() => setAsked(true)}>
      Delete<span className="sr-only"> your comment</span>
    </button>
  );
}
