'use client';

import { useCallback, useEffect, useState } from 'react';
import type { CommentPage, CommentView, OwnComments } from '@/lib/comments/comment-view';
import { useAddress } from '@/lib/ui/base-path';

/** The comments of an article as this browser sees them, and what it can do with them. */
export interface CommentState {
  comments: CommentView[];
  /** Null while nobody is known to be signed in. */
  me: OwnComments | null;
  isLoading: boolean;
  next: string | null;
  failure: string;
  isOwn(id: string): boolean;
  more(): Promise<void>;
  /** @returns what went wrong, or null. */
  write(body: string, once: string, parentId: string | null): Promise<string | null>;
  remove(id: string): Promise<void>;
}

/** Begins with what the cached page has; what is one's own is asked for by who is signed in alone. */
export function useComments(postId: string, first: CommentPage, isSignedIn: boolean): CommentState {
  const address = useAddress();
  const path = address('/api/comments');
  const [shown, setShown] = useState(first.comments);
  const [next, setNext] = useState(first.next);
  const [me, setMe] = useState<OwnComments | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [failure, setFailure] = useState('');
  const [gone, setGone] = useState<string[]>([]);

  const loadOwn = useCallback(async () => {
    const { value } = await ask<OwnComments>(`${path}?post=${postId}&own`);
    setMe(value);
    setLoading(false);
  }, [path, postId]);
  useEffect(() => {
    if (isSignedIn) void loadOwn();
  }, [isSignedIn, loadOwn]);

  const own = me?.comments ?? [];
  const comments = merged(shown, own).filter(({ id }) => !gone.includes(id));
  return {
    ...{ comments, me, isLoading, next, failure },
    isOwn: (id) => own.some((one) => one.id === id),
    async more() {
      const { value, fault } = await ask<CommentPage>(`${path}?post=${postId}&after=${next}`);
      setFailure(fault ?? '');
      if (!value) return;
      setShown((before) => merged(before, value.comments));
      setNext(value.next);
    },
    async write(body, once, parentId) {
      const { value, fault } = await ask<CommentView>(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ postId, parentId, body, once }),
      });
      if (!value) return fault;
      setMe((before) => before && { ...before, comments: merged(before.comments, [value]) });
      return null;
    },
    async remove(id) {
      const { fault } = await ask(`${path}/${id}`, { method: 'DELETE' });
      setFailure(fault ?? '');
      if (!fault) setGone((before) => [...before, id]);
    },
  };
}

function merged(some: CommentView[], more: CommentView[]): CommentView[] {
  const byId = new Map(some.map((one) => [one.id, one]));
  for (const one of more) byId.set(one.id, one);
  return [...byId.values()];
}

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  const answer = await fetch(path, init).catch(() => null);
  if (!answer) return { value: null, fault: 'The connection is away. Try again when it is back.' };
  if (answer.status === 204) return { value: null, fault: null };
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) return { value: said as T, fault: null };
  return {
    value: null,
    fault: said.detail ?? `The server answered with ${answer.status}. Try again.`,
  };
}

interface Answer<T> {
  value: T | null;
  fault: string | null;
}
