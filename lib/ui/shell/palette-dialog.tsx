'use client';

import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import { Icon } from '../icon';
import { Keys } from './keys';
import { PaletteFoot } from './palette-foot';
import { PaletteLine } from './palette-line';
import type { PaletteItem, PaletteProps } from './shell-types';
import { usePaletteItems } from './use-palette-items';

/** The palette itself, over the page. */
export function PaletteDialog(props: PaletteDialogProps) {
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="sr-only">{props.label}</Dialog.Title>
          <Finder {...props} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface PaletteDialogProps extends PaletteProps {
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  go: (item: PaletteItem, newTab?: boolean) => void;
  showShortcuts: () => void;
}

function Finder({ items, search, label, go, showShortcuts }: PaletteDialogProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const { groups, state } = usePaletteItems(text, { items, search });
  const all = groups.flatMap((group) => group.items);

  function onKeyDown(event: KeyboardEvent): void {
    const item = all.find(({ id }) => id === chosen);
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && item) {
      event.preventDefault();
      go(item, true);
    } else if (event.key === '?' && text === '') {
      event.preventDefault();
      showShortcuts();
    }
  }

  return (
    <Command
      label={label}
      shouldFilter={false}
      value={chosen}
      onValueChange={setChosen}
      onKeyDown={onKeyDown}
      loop
    >
      <div className="palette-query">
        <Icon name="search" size={20} />
        <Command.Input value={text} onValueChange={setText} placeholder={label} maxLength={200} />
        <Dialog.Close className="palette-close" aria-label="Close, esc">
          <Keys keys="esc" />
        </Dialog.Close>
      </div>
      <Command.List className="palette-list" label="Results">
        {groups.map((group) => (
          <Command.Group key={group.label} heading={group.label}>
            {group.items.map((item) => (
              <PaletteLine key={item.id} item={item} wanted={text.trim()} go={go} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <p className="palette-state" role="status">
        {stateWords(state, all.length, text)}
      </p>
      <PaletteFoot showShortcuts={showShortcuts} />
    </Command>
  );
}

function stateWords(state: 'idle' | 'busy' | 'failed', count: number, text: string): string {
  if (state === 'failed')
    return 'Records cannot be searched right now. Places and commands still work.';
  if (state === 'busy') return 'Searching…';
  return count === 0
    ? `Nothing matches “${text.trim()}”. Check the spelling, or try fewer words.`
    : '';
}
