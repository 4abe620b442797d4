'use client';

import { type RefObject, useEffect, useState } from 'react';
import { slugOf } from '@/lib/ui/slug-of';

interface ResultPreviewProps {
  form: RefObject<HTMLFormElement | null>;
  host: string;
}

/** The post as a search engine lists it, while it is written. */
export function ResultPreview({ form, host }: ResultPreviewProps) {
  const [shown, setShown] = useState({ title: '', slug: '', words: '' });
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const read = () => {
      const data = new Map(
        ['title', 'slug', 'description', 'seoTitle', 'seoDescription'].map((name) => [
          name,
          textIn(element, name),
        ]),
      );
      const of = (name: string) => data.get(name) ?? '';
      setShown({
        title: of('seoTitle') || of('title'),
        slug: of('slug') || slugOf(of('title')),
        words: of('seoDescription') || of('description'),
      });
    };
    read();
    element.addEventListener('input', read);
    return () => element.removeEventListener('input', read);
  }, [form]);
  return (
    <div className="result-preview">
      <p className="field-label">In search results</p>
      <div className="result-card">
        <b>{shown.title || 'Untitled'}</b>
        <span>
          {host}/blog/{shown.slug}
        </span>
        <p>{shown.words || 'A summary will be shown here.'}</p>
      </div>
    </div>
  );
}

function textIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : '';
}
