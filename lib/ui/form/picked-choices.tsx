'use client';

import { Icon } from '../icon';
import type { Choice } from '../kit-types';

/** What is picked already, each with a button that takes it away. */
export function PickedChoices({ chosen, remove, disabled }: PickedProps) {
  return chosen.map(({ id, label }) => (
    <span key={id} className="picked">
      {label}
      <button
        type="button"
        aria-label={`Remove ${label}`}
        disabled={disabled}
        onClick={() => remove(id)}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  ));
}

interface PickedProps {
  chosen: Choice[];
  remove: (id: string) => void;
  disabled?: boolean;
}
