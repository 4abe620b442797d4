'use client';

import { useEffect } from 'react';
import { slugOf } from '@/lib/ui/slug-of';

/** Shows in an empty slug what it will be made from; typed slugs stay as they are. */
export function SlugProposal({ form: id, field, from }: SlugProposalProps) {
  useEffect(() => {
    const form = document.getElementById(id);
    const slug = form?.querySelector<HTMLInputElement>(`[name="${field}"]`);
    const source = form?.querySelector<HTMLInputElement>(`[name="${from}"]`);
    if (!slug || !source) return;
    const propose = () => {
      slug.placeholder = slugOf(source.value);
    };
    propose();
    source.addEventListener('input', propose);
    return () => source.removeEventListener('input', propose);
  }, [id, field, from]);
  return null;
}

interface SlugProposalProps {
  /** Id of the form. */
  form: string;
  field: string;
  from: string;
}
