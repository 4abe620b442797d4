'use client';

import '@/app/search-box.css';
import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { useAddress } from '@/lib/ui/base-path';
import { useTenant } from '@/lib/ui/tenant-provider';
import { BoxFoot } from './box-foot';
import { BoxHead } from './box-head';
import { BoxList } from './box-list';
import { type BoxOption, boxOptions } from './box-options';
import { BoxState } from './box-state';
import { mostTyped, searchAddress } from './search-address';
import { useBoxChoice } from './use-box-choice';
import { useFound } from './use-found';
import { useRecent } from './use-recent';

const limit = 8;
const listId = 'search-options';

interface BoxProps {
  /** Gives what was typed before the box was there; it is asked when the box takes the keys itself. */
  begun: () => string;
  close: () => void;
}

/** Search over the page at hand: a combobox in a dialog. */
export default function SearchBox({ begun, close }: BoxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const finding = useFound(text, { limit });
  const recent = useRecent();
  const router = useRouter();
  const address = useAddress();
  const found = text === '' ? null : (finding.shown?.found ?? null);
  const options = boxOptions({ text, found, recent: recent.list });
  const { current, onKeyDown, reset } = useBoxChoice(options, recent.remove);
  const isRecent = options[0]?.kind === 'recent';
  const name = useTenant()?.name;

  useLayoutEffect(() => {
    dialog.current?.showModal();
    setTyped(begun());
  }, [begun]);

  const choose = (option: BoxOption, event: MouseEvent) => {
    recent.add(option.kind === 'recent' ? option.text : text);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.current?.close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    recent.add(text);
    dialog.current?.close();
    router.push(address(searchAddress({ text, topic: null })));
  };
  // The ground beside the box counts as the dialog itself.
  const onGround = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) event.currentTarget.close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="search-box"
      aria-label={name ? `Search ${name}` : 'Search'}
      onClose={close}
      onClick={onGround}
    >
      <form className="box-frame" onSubmit={submit}>
        <div className="box-query">
          <Search className="size-5" strokeWidth={1.75} aria-hidden />
          <input
            autoFocus
            type="search"
            role="combobox"
            aria-label="Search articles"
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-activedescendant={current?.id}
            placeholder="Search articles"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              reset();
            }}
            onKeyDown={onKeyDown}
            maxLength={mostTyped}
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
          />
          <button
            type="button"
            className="box-close"
            aria-label="Close, esc"
            onClick={() => dialog.current?.close()}
          >
            <kbd>esc</kbd>
            <X className="size-5" strokeWidth={1.75} aria-hidden />
          </button>
        </div>
        {isRecent ? <BoxHead clear={recent.clear} /> : null}
        <BoxList {...{ options, current, choose }} id={listId} isBusy={finding.isBusy} />
        <BoxState {...{ found, finding }} isNew={text === '' && !isRecent} />
        <BoxFoot isRecent={isRecent} />
      </form>
    </dialog>
  );
}
