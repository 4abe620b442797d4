'use client';

import { Search, X } from 'lucide-react';
import type { FormEvent, MouseEvent, RefObject } from 'react';
import { mostTyped } from '@/app/_search/search-address';
import { useAddress } from '@/lib/ui/base-path';
import { PlaceLink } from '@/lib/ui/place-link';

interface FieldProps {
  box: RefObject<HTMLInputElement | null>;
  text: string;
  setText: (text: string) => void;
  clear: () => void;
  /** Whoever presses Enter means these words. */
  submit: () => void;
}

/** The box. Without scripts it is a form that asks for the page again. */
export function SearchField({ box, text, setText, clear, submit }: FieldProps) {
  const address = useAddress();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
    // On a touch screen the keyboard covers what was found.
    if (matchMedia('(pointer: coarse)').matches) box.current?.blur();
  };
  const onClear = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clear();
  };
  return (
    <search>
      <form className="search-line" action={address('/search')} method="get" onSubmit={onSubmit}>
        <Search className="size-5" strokeWidth={1.75} aria-hidden />
        <input
          ref={box}
          data-search-box
          type="search"
          name="q"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label="Search articles"
          placeholder="Search articles"
          maxLength={mostTyped}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
        />
        <PlaceLink
          className="button icon search-clear"
          href="/search"
          aria-label="Clear search"
          hidden={text === ''}
          onClick={onClear}
        >
          <X className="size-4" strokeWidth={1.75} aria-hidden />
        </PlaceLink>
        <button type="submit" className="button primary search-go">
          Search
        </button>
      </form>
    </search>
  );
}
