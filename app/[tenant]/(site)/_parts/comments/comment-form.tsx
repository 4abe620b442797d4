'use client';

import { useId, useRef, useState } from 'react';
import { mostCharacters } from '@/lib/comments/comment-view';
import { randomId } from '@/lib/ui/random-id';

interface CommentFormProps {
  label: string;
  /** @returns what went wrong, or null. */
  send(body: string, once: string): Promise<string | null>;
  /** For a reply, which can be given up. */
  leave?: () => void;
}

/** Where a comment is written. What could not be sent stays, and sent again it is one comment. */
export function CommentForm({ label, send, leave }: CommentFormProps) {
  const id = useId();
  const once = useRef('');
  const [body, setBody] = useState('');
  const [fault, setFault] = useState('');
  const [isSending, setSending] = useState(false);
  const submit = async () => {
    if (isSending) return;
    once.current ||= randomId();
    setSending(true);
    const failed = await send(body, once.current);
    setSending(false);
    setFault(failed ?? '');
    if (failed) return;
    once.current = '';
    setBody('');
    leave?.();
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={body}
        maxLength={mostCharacters * 2}
        aria-describedby={`${id}-fault`}
        aria-invalid={fault !== '' || undefined}
        onChange={({ target }) => setBody(target.value)}
      />
      <p id={`${id}-fault`} role="alert" className="comment-fault">
        {fault}
      </p>
      <p className="flex gap-2">
        <button type="submit" className="button" disabled={isSending}>
          {isSending ? 'Sending' : leave ? 'Send reply' : 'Send comment'}
        </button>
        {leave ? (
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
        ) : null}
      </p>
    </form>
  );
}
