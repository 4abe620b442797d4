'use client';

import { type ReactNode, useId, useRef, useState, useTransition } from 'react';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';
import { KeptTextArea } from './kept-text-area';

/** Markdown, with a preview where scripts run and the page can draw one. */
export function MarkdownInput(props: MarkdownInputProps) {
  const { preview, rows = 14 } = props;
  const [shown, setShown] = useState<'write' | 'preview'>('write');
  const [drawn, setDrawn] = useState<ReactNode>(null);
  const [isDrawing, startDrawing] = useTransition();
  const area = useRef<HTMLTextAreaElement>(null);
  const panel = useId();

  function showPreview(): void {
    setShown('preview');
    if (preview) startDrawing(async () => setDrawn(await draw(preview, area.current?.value ?? '')));
  }

  return (
    <Field {...props} aside={preview ? undefined : props.aside}>
      <div className="markdown">
        {preview ? (
          <div className="markdown-tabs script-only">
            <TabButton panel={panel} isOn={shown === 'write'} choose={() => setShown('write')}>
              Write
            </TabButton>
            <TabButton panel={panel} isOn={shown === 'preview'} choose={showPreview}>
              Preview
            </TabButton>
          </div>
        ) : null}
        <KeptTextArea
          {...fieldIds(props)}
          ref={area}
          className="input markdown-source"
          name={props.name}
          rows={rows}
          defaultValue={props.defaultValue}
          disabled={props.disabled}
          hidden={shown === 'preview'}
        />
        <section
          id={panel}
          aria-label={`Preview of ${props.label.toLowerCase()}`}
          aria-busy={isDrawing}
          className="markdown-preview prose"
          style={{ minHeight: `${rows * 1.5}rem` }}
          hidden={shown === 'write'}
        >
          {isDrawing && drawn === null ? <p className="field-help">Drawing the preview…</p> : drawn}
        </section>
      </div>
    </Field>
  );
}

export interface MarkdownInputProps extends FieldProps {
  defaultValue?: string;
  rows?: number;
  /** Draws the text as the site would. */
  preview?: (text: string) => Promise<ReactNode>;
}

function TabButton({ panel, isOn, choose, children }: TabButtonProps) {
  return (
    <button type="button" aria-pressed={isOn} aria-controls={panel} onClick={choose}>
      {children}
    </button>
  );
}

interface TabButtonProps {
  panel: string;
  isOn: boolean;
  choose: () => void;
  children: ReactNode;
}

async function draw(preview: NonNullable<MarkdownInputProps['preview']>, text: string) {
  if (text.trim() === '') return <p className="field-help">Nothing to preview yet.</p>;
  try {
    return await preview(text);
  } catch {
    return (
      <p className="field-help">
        The preview could not be drawn. Your text is safe; choose Write to go on.
      </p>
    );
  }
}
