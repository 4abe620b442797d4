'use client';

import { Command } from 'cmdk';
import { Icon } from '../icon';
import { Keys } from './keys';
import { MarkedText } from './marked-text';
import type { PaletteItem } from './shell-types';

/** One thing the palette found. */
export function PaletteLine({ item, wanted, go }: PaletteLineProps) {
  return (
    <Command.Item value={item.id} onSelect={() => go(item)}>
      <span className="palette-icon">{item.icon ? <Icon name={item.icon} /> : null}</span>
      <span className="palette-words one-line">
        <MarkedText text={item.label} wanted={wanted} />
        {item.note ? <span className="palette-note"> {item.note}</span> : null}
      </span>
      {item.keys ? <Keys keys={item.keys} /> : null}
    </Command.Item>
  );
}

interface PaletteLineProps {
  item: PaletteItem;
  wanted: string;
  go: (item: PaletteItem) => void;
}
