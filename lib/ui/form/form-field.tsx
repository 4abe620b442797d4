import { CheckboxInput } from './checkbox-input';
import { ColorInput, type ColorInputProps } from './color-input';
import { DateTimeInput, type DateTimeInputProps } from './date-time-input';
import { MarkdownInput, type MarkdownInputProps } from './markdown-input';
import { MediaInput, type MediaInputProps } from './media-input';
import { NumberInput, type NumberInputProps } from './number-input';
import { RelationInput, type RelationInputProps } from './relation-input';
import { SelectInput, type SelectInputProps } from './select-input';
import { SwitchInput } from './switch-input';
import { TextArea, type TextAreaProps } from './text-area';
import { TextInput, type TextInputProps } from './text-input';
import type { TickProps } from './tick';

/** One field of a declared form, as plain data. */
export type FieldSpec =
  | ({ kind: 'text' | 'email' | 'url' | 'slug' | 'readonly' } & TextInputProps)
  | ({ kind: 'textarea' } & TextAreaProps)
  | ({ kind: 'markdown' } & MarkdownInputProps)
  | ({ kind: 'select' } & SelectInputProps)
  | ({ kind: 'checkbox' | 'switch' } & TickProps)
  | ({ kind: 'number' } & NumberInputProps)
  | ({ kind: 'datetime' | 'date' } & Omit<DateTimeInputProps, 'kind'>)
  | ({ kind: 'color' } & ColorInputProps)
  | ({ kind: 'media' } & MediaInputProps)
  | ({ kind: 'relation' | 'relations' } & Omit<RelationInputProps, 'multiple'>);

/** Draws a declared field with the input of its kind. */
export function FormField({ field: { kind, ...field } }: { field: FieldSpec }) {
  switch (kind) {
    case 'text':
      return <TextInput {...(field as TextInputProps)} />;
    case 'email':
    case 'url':
      return <TextInput autoComplete="off" {...(field as TextInputProps)} type={kind} />;
    case 'slug':
      return <TextInput spellCheck={false} mono {...(field as TextInputProps)} />;
    case 'readonly':
      return <TextInput {...(field as TextInputProps)} readOnly />;
    case 'textarea':
      return <TextArea {...(field as TextAreaProps)} />;
    case 'markdown':
      return <MarkdownInput {...(field as MarkdownInputProps)} />;
    case 'select':
      return <SelectInput {...(field as SelectInputProps)} />;
    case 'checkbox':
      return <CheckboxInput {...(field as TickProps)} />;
    case 'switch':
      return <SwitchInput {...(field as TickProps)} />;
    case 'number':
      return <NumberInput {...(field as NumberInputProps)} />;
    case 'datetime':
    case 'date':
      return <DateTimeInput {...(field as DateTimeInputProps)} kind={kind} />;
    case 'color':
      return <ColorInput {...(field as ColorInputProps)} />;
    case 'media':
      return <MediaInput {...(field as MediaInputProps)} />;
    case 'relation':
    case 'relations':
      return <RelationInput {...(field as RelationInputProps)} multiple={kind === 'relations'} />;
  }
}
