'use client';

import { useRef } from 'react';
import { FieldError } from '@/lib/ui/form/field-error';
import { KeptTextArea } from '@/lib/ui/form/kept-text-area';

interface TitleInputProps {
  defaultValue: string;
  error?: string;
  readOnly: boolean;
  onInput(title: string): void;
  /** Enter leads to the text. */
  onEnter(): void;
}

/** The title, as large as readers will see it; it grows with its lines. */
export function TitleInput({ defaultValue, error, readOnly, onInput, onEnter }: TitleInputProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className="title-field">
      <div ref={frame} className="title-grow" data-text={defaultValue}>
        <KeptTextArea
          id="field-title"
          name="title"
          rows={1}
          aria-label="Title"
          placeholder="Title"
          maxLength={200}
          defaultValue={defaultValue}
          readOnly={readOnly}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'field-title-error' : undefined}
          onInput={({ currentTarget }) => {
            if (frame.current) frame.current.dataset.text = currentTarget.value;
            onInput(currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
        />
      </div>
      <FieldError id="field-title">{error}</FieldError>
    </div>
  );
}
