'use client';

import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../icon';
import type { Choice } from '../kit-types';
import { OwnImage } from '../own-image';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';
import { useFormReset } from './use-form-reset';

/** How the dialog of the library is asked for, and told what was chosen. */
export interface PickProps {
  open: boolean;
  onClose: () => void;
  onChoose: (picture: Choice) => void;
}

export interface MediaInputProps extends FieldProps {
  /** The first pictures: all there are without scripts. */
  choices: Choice[];
  /** The picture that is chosen now, or none. */
  defaultValue?: Choice[];
  /** Address of a small form of a picture. */
  thumbnailOf?: (picture: Choice) => string;
  /** Draws the dialog of the library. */
  pick?: (props: PickProps) => ReactNode;
}

const none = { value: '', label: '' };

/** One picture of the library: the browser's own list posts it, scripts show it and open the library. */
export function MediaInput(props: MediaInputProps) {
  // A new default (a save that stayed here) starts anew.
  return <ChosenPicture key={props.defaultValue?.[0]?.id ?? ''} {...props} />;
}

function ChosenPicture(props: MediaInputProps) {
  const { name, label, defaultValue = [], disabled, thumbnailOf, pick } = props;
  const [chosen, setChosen] = useState<Choice | null>(defaultValue[0] ?? null);
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLSelectElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const ids = fieldIds(props);
  const verb = chosen ? 'Change' : 'Choose';
  const others = props.choices.filter(({ id }) => id !== chosen?.id);
  useFormReset(list, () => {
    flushSync(() => setChosen(defaultValue[0] ?? null));
    // A reset takes the list to its first line, whatever React drew; to the same state it draws nothing.
    if (list.current) list.current.value = defaultValue[0]?.id ?? '';
  });

  function choose(next: Choice | null): void {
    // Drawn at once: what the list holds when it tells of the change is what counts.
    flushSync(() => setChosen(next));
    setTimeout(() => list.current?.dispatchEvent(new Event('change', { bubbles: true })));
    opener.current?.focus();
  }

  return (
    <Field {...props}>
      <select
        ref={list}
        name={name}
        aria-label={label}
        className="input select plain-only"
        value={chosen?.id ?? ''}
        onChange={({ target }) => {
          const [{ value: id, label: words } = none] = target.selectedOptions;
          setChosen(id === '' ? null : { id, label: words });
        }}
        disabled={disabled}
      >
        <option value="">None</option>
        {[...(chosen ? [chosen] : []), ...others].map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <div className="media-input script-only">
        {chosen && thumbnailOf ? (
          <figure className="media-chosen">
            <OwnImage src={thumbnailOf(chosen)} alt="" />
            <figcaption className="one-line" title={chosen.label}>
              {chosen.label}
            </figcaption>
          </figure>
        ) : null}
        <div className="media-acts">
          <button
            {...ids}
            aria-label={`${verb} ${label.toLowerCase()}`}
            ref={opener}
            type="button"
            className="button plain small"
            disabled={disabled}
            onClick={() => setOpen(true)}
          >
            <Icon name="picture" />
            {verb}
          </button>
          {chosen ? (
            <button
              type="button"
              className="button quiet small"
              disabled={disabled}
              onClick={() => choose(null)}
            >
              Remove<span className="sr-only"> {label.toLowerCase()}</span>
            </button>
          ) : null}
        </div>
        {pick?.({
          open: isOpen,
          onClose: () => {
            setOpen(false);
            opener.current?.focus();
          },
          onChoose: (picture) => {
            setOpen(false);
            choose(picture);
          },
        })}
      </div>
    </Field>
  );
}
