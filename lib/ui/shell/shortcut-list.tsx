'use client';

import { Dialog } from 'radix-ui';
import { Keys } from './keys';
import type { PaletteItem } from './shell-types';
import { hasSingleKeys, setSingleKeys } from './use-shortcuts';

/** Every shortcut, and the switch that turns the single keys off. */
export function ShortcutList({ items, command, open, onOpenChange }: ShortcutListProps) {
  const known = items.filter(({ keys }) => keys);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">Keyboard shortcuts</Dialog.Title>
          <dl className="facts">
            <Shortcut keys={command}>Search or run a command</Shortcut>
            <Shortcut keys="?">Show this list</Shortcut>
            {known.map(({ id, label, keys }) => (
              <Shortcut key={id} keys={keys ?? ''}>
                {label}
              </Shortcut>
            ))}
          </dl>
          <label className="tick">
            <input
              type="checkbox"
              className="switch"
              defaultChecked={hasSingleKeys()}
              onChange={({ target }) => setSingleKeys(target.checked)}
            />
            Single keys do something on this device
          </label>
          <div className="dialog-acts">
            <Dialog.Close className="button plain">Close</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ShortcutListProps {
  items: PaletteItem[];
  /** The keys that open the palette on this system. */
  command: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function Shortcut({ keys, children }: { keys: string; children: string }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <Keys keys={keys} />
      </dd>
    </div>
  );
}
