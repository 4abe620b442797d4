'use client';

import { Keys } from './keys';

/** What the keys do while the palette is open. */
export function PaletteFoot({ showShortcuts }: { showShortcuts: () => void }) {
  return (
    <div className="palette-foot">
      <span>
        <Keys keys="↑ ↓" /> choose
      </span>
      <span>
        <Keys keys="↵" /> open
      </span>
      <span className="wide-only">
        <Keys keys="Ctrl ↵" /> open in a new tab
      </span>
      <button type="button" onClick={showShortcuts}>
        <Keys keys="?" /> all shortcuts
      </button>
    </div>
  );
}
