import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

/** One line of text. `prefix` is what stands before it and is not typed, as "/blog/". */
export function TextInput(props: TextInputProps) {
  const { type = 'text', prefix, mono } = props;
  const input = (
    <input
      {...fieldIds(props)}
      className={`${prefix ? 'bare' : 'input'} ${mono ? 'mono' : ''}`.trim()}
      name={props.name}
      type={type}
      defaultValue={props.defaultValue}
      placeholder={props.placeholder}
      autoComplete={props.autoComplete}
      maxLength={props.maxLength}
      readOnly={props.readOnly}
      disabled={props.disabled}
      spellCheck={props.spellCheck}
      inputMode={props.inputMode ?? (type === 'search' ? 'search' : undefined)}
      // biome-ignore lint/a11y/noAutofocus: only where a page has nothing else to do, as sign-in
      autoFocus={props.autoFocus}
    />
  );
  return <Field {...props}>{prefix ? <Prefixed words={prefix}>{input}</Prefixed> : input}</Field>;
}

export interface TextInputProps extends FieldProps {
  defaultValue?: string;
  type?: 'text' | 'email' | 'url' | 'search' | 'tel';
  placeholder?: string;
  autoComplete?: string;
  maxLength?: number;
  mono?: boolean;
  prefix?: string;
  readOnly?: boolean;
  autoFocus?: boolean;
  spellCheck?: boolean;
  /** Which keys a phone shows. */
  inputMode?: 'numeric';
}

function Prefixed({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <span className="input joined">
      <span className="joined-words">{words}</span>
      {children}
    </span>
  );
}
