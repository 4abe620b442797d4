'use client';

import { Toolbar } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import type { EditorAct, EditorState } from './surface-types';
import { ToolField } from './tool-field';

interface ToolbarProps {
  state: EditorState;
  run(act: EditorAct): void;
  onLink(): void;
  onPicture?(): void;
  setLanguage(language: string): void;
  setAlt(alt: string): void;
  /** True while the plain Markdown is shown. */
  isPlain: boolean;
  onPlain(): void;
  disabled: boolean;
}

/** What can be done with the text, above it. It is one stop for Tab; arrows go along it. */
export function EditorToolbar(props: ToolbarProps) {
  const { state, run, isPlain, disabled } = props;
  const off = disabled || isPlain;
  const button = ([act, label, icon]: Tool) => (
    <ToolButton
      key={act}
      {...{ label, icon }}
      isOn={!off && state.on.has(act)}
      disabled={off}
      onClick={() => run(act)}
    />
  );
  return (
    <Toolbar.Root className="editor-tools script-only" aria-label="Formatting">
      {inline.map(button)}
      <ToolButton
        label="Link"
        icon="link"
        isOn={!off && state.link !== null}
        disabled={off}
        onClick={props.onLink}
      />
      <Toolbar.Separator className="tool-line" />
      {blocks.map(button)}
      <Toolbar.Separator className="tool-line" />
      {props.onPicture ? (
        <ToolButton
          label="Picture"
          icon="add-picture"
          isOn={false}
          disabled={off}
          onClick={props.onPicture}
        />
      ) : null}
      {button(['table', 'Table', 'table'])}
      {!off && state.isInTable
        ? tableTools.map(([act, words]) => (
            <TextButton key={act} onClick={() => run(act)}>
              {words}
            </TextButton>
          ))
        : null}
      {!off && state.language !== null ? (
        <ToolField
          label="Language"
          value={state.language}
          placeholder="ts, sql, python"
          onChange={(text) => props.setLanguage(text.replace(/[^\w+#.-]/g, ''))}
        />
      ) : null}
      {!off && state.picture !== null ? (
        <ToolField
          label="What it shows"
          value={state.picture}
          placeholder="For people who do not see it"
          isWide
          onChange={props.setAlt}
        />
      ) : null}
      <span className="tool-space" />
      <Toolbar.Button
        className="tool-words"
        aria-pressed={isPlain}
        disabled={disabled}
        onClick={props.onPlain}
      >
        <Icon name="code-block" />
        Markdown
      </Toolbar.Button>
    </Toolbar.Root>
  );
}

type Tool = [act: EditorAct, label: string, icon: IconName];

const inline: Tool[] = [
  ['heading2', 'Heading', 'heading2'],
  ['heading3', 'Small heading', 'heading3'],
  ['bold', 'Bold', 'bold'],
  ['italic', 'Italic', 'italic'],
  ['strike', 'Struck out', 'strike'],
  ['code', 'Code in a line', 'code-words'],
];

const blocks: Tool[] = [
  ['bullets', 'List', 'bullets'],
  ['numbers', 'Numbered list', 'numbers'],
  ['quote', 'Quote', 'quote'],
  ['codeBlock', 'Code block', 'code-block'],
  ['rule', 'Line across', 'rule'],
];

const tableTools: [EditorAct, string][] = [
  ['addRow', 'Add row'],
  ['addColumn', 'Add column'],
  ['removeRow', 'Remove row'],
  ['removeColumn', 'Remove column'],
  ['removeTable', 'Remove table'],
];

interface ToolButtonProps {
  label: string;
  icon: IconName;
  isOn: boolean;
  disabled: boolean;
  onClick(): void;
}

function ToolButton({ label, icon, isOn, disabled, onClick }: ToolButtonProps) {
  return (
    <Toolbar.Button
      className="tool"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={disabled}
      onMouseDown={keepSelection}
      onClick={onClick}
    >
      <Icon name={icon} />
    </Toolbar.Button>
  );
}

function TextButton({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <Toolbar.Button className="tool-words" onMouseDown={keepSelection} onClick={onClick}>
      {children}
    </Toolbar.Button>
  );
}

/** A button that takes the focus would take the selection with it. */
function keepSelection(event: React.MouseEvent): void {
  event.preventDefault();
}
