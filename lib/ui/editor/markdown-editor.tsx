'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useBasePath } from '../base-path';
import { FieldError } from '../form/field-error';
import { type FieldProps, fieldIds } from '../form/field-ids';
import { Notice } from '../list/notice';
import { EditorToolbar } from './editor-toolbar';
import { LinkDialog } from './link-dialog';
import type { StoredPicture, StorePicture } from './surface-types';
import { useSurface } from './use-surface';
import { useSyncedText } from './use-synced-text';

/**
 * A long text as it will look, to be written in; what is posted is its Markdown. Without scripts, or
 * where the surface cannot come, the Markdown itself is what one writes in.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { name, label, defaultValue = '', drawn, store, onFault, disabled = false } = props;
  const [isPlain, setPlain] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setPicking] = useState(false);
  const sync = useSyncedText(area);
  const { surface, stage, state } = useSurface(place, {
    ...{ text: defaultValue, label, store, onFault, basePath: useBasePath() },
    onChange: () => sync.soon(() => surface.current?.text()),
  });
  const showsPlain = isPlain || stage === 'failed';
  useEffect(() => {
    if (stage === 'ready') surface.current?.setEditable(!disabled);
  }, [surface, stage, disabled]);

  function togglePlain(): void {
    sync.now();
    if (isPlain) surface.current?.setText(area.current?.value ?? '');
    setPlain(!isPlain);
  }

  return (
    <div className="editor">
      <EditorToolbar
        state={state}
        run={(act) => surface.current?.run(act)}
        setLanguage={(language) => surface.current?.setLanguage(language)}
        onLink={() => setLinking(true)}
        onPicture={props.pick && (() => setPicking(true))}
        setAlt={(alt) => surface.current?.setAlt(alt)}
        isPlain={showsPlain}
        onPlain={togglePlain}
        disabled={disabled || stage !== 'ready'}
      />
      {props.children}
      {stage === 'failed' ? (
        <Notice tone="wait" title="This text is shown as Markdown">
          <p>It could not be drawn for writing. What you write here is saved as ever.</p>
        </Notice>
      ) : null}
      <textarea
        {...fieldIds(props)}
        ref={area}
        name={name}
        className={`input markdown-source ${showsPlain ? '' : 'plain-only'}`}
        aria-label={label}
        rows={24}
        defaultValue={defaultValue}
        readOnly={disabled}
      />
      <div className="writing-place script-only" hidden={showsPlain}>
        <div ref={place} />
        {stage === 'coming' ? <div className="prose writing">{drawn}</div> : null}
      </div>
      <FieldError id={fieldIds(props).id}>{props.error}</FieldError>
      {props.pick?.({
        open: isPicking,
        onClose: () => setPicking(false),
        onChoose: (picture) => {
          setPicking(false);
          surface.current?.insertPicture(picture);
        },
      })}
      {isLinking ? (
        <LinkDialog
          known={state.link}
          onClose={() => setLinking(false)}
          onSet={(address) => {
            setLinking(false);
            surface.current?.setLink(address);
          }}
        />
      ) : null}
    </div>
  );
}

export interface MarkdownEditorProps extends FieldProps {
  defaultValue?: string;
  /** The text as it will look, until the surface is there. */
  drawn?: ReactNode;
  /** Stores pictures; absent where none can be. */
  store?: StorePicture;
  /** Draws the dialog that chooses a picture; absent where there are none. */
  pick?: (props: PickPictureProps) => ReactNode;
  onFault(message: string): void;
  /** Between the toolbar and the text. */
  children?: ReactNode;
}

export interface PickPictureProps {
  open: boolean;
  onClose(): void;
  onChoose(picture: StoredPicture): void;
}
