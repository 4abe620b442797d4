'use client';

import { useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { PlaceLink } from '../place-link';
import { Menu } from '../shell/menu';
import type { StoredValues } from './form-values';
import { useFormChanges } from './use-form-changes';

/**
 * The buttons of a form. With scripts they appear at the first change and say how many there are;
 * without, they stand at the end of the form.
 */
export function SaveBar({ buttons = BUTTONS, stored, always, discardHref }: SaveBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const changes = useFormChanges(bar, stored);
  const { pending } = useFormStatus();
  return (
    <div ref={bar} className="save-bar" data-idle={changes === 0 && !always && !pending}>
      {/* Enter presses the first button of a form, whatever stands first to the eye. */}
      <button type="submit" name={buttons[0]?.name} value={buttons[0]?.value} hidden />
      <p role="status">{pending ? 'Saving…' : wordsFor(changes)}</p>
      <div className="save-acts">
        {discardHref ? (
          <PlaceLink className="button quiet" href={discardHref} data-discard>
            Discard
          </PlaceLink>
        ) : (
          <button type="reset" className="button quiet">
            Discard
          </button>
        )}
        <span className="save-more">
          {buttons.length > 1 ? (
            <Menu
              label="Other ways to save"
              noPlain
              items={buttons.slice(1).map((button) => ({
                label: button.label,
                run: () => press(bar.current, button),
              }))}
            />
          ) : null}
        </span>
        {[...buttons].reverse().map((button) => (
          <button
            key={button.value}
            type="submit"
            name={button.name}
            value={button.value}
            className={`button ${button === buttons[0] ? 'primary' : 'plain save-extra'}`}
            aria-disabled={pending || undefined}
            onClick={(event) => {
              if (pending) event.preventDefault();
            }}
          >
            {button.label}
          </button>
        ))}
      </div>
    </div>
  );
}

export interface SaveBarProps {
  /** The first one is what Enter does. */
  buttons?: readonly SaveButton[];
  /** What is stored: needed after a refused save, when the form holds what was typed. */
  stored?: StoredValues;
  /** Also without a change: new records, refused saves. */
  always?: boolean;
  discardHref?: string;
}

interface SaveButton {
  name: string;
  value: string;
  label: string;
}

const BUTTONS: readonly SaveButton[] = [
  { name: 'intent', value: 'save', label: 'Save' },
  { name: 'intent', value: 'continue', label: 'Save and continue' },
  { name: 'intent', value: 'another', label: 'Save and add another' },
];

/** Presses a button that has no room in the bar. */
function press(bar: HTMLElement | null, { value }: SaveButton): void {
  const extras = bar?.querySelectorAll<HTMLButtonElement>('.save-extra') ?? [];
  const button = [...extras].find((one) => one.value === value);
  button?.form?.requestSubmit(button);
}

function wordsFor(changes: number): string {
  if (changes === 0) return '';
  return changes === 1 ? '1 change not saved' : `${changes} changes not saved`;
}
