import type { ReactNode } from 'react';

/** What every part of a form has. */
export interface FieldProps {
  name: string;
  label: string;
  help?: ReactNode;
  /** What is wrong and what to do. */
  error?: string;
  optional?: boolean;
  disabled?: boolean;
  id?: string;
  /** Stands right of the label. */
  aside?: ReactNode;
}

/** Attributes that tie an input to its label, help and error. */
export interface FieldIds {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** The id of a field where nothing else was asked for. */
export function fieldId({ name, id }: { name: string; id?: string }): string {
  return id ?? `field-${name}`;
}

/** The attributes an input needs to be read out with its help and its error. */
export function fieldIds(props: Pick<FieldProps, 'name' | 'id' | 'help' | 'error'>): FieldIds {
  const id = fieldId(props);
  const described = [props.help ? `${id}-help` : '', props.error ? `${id}-error` : ''];
  const words = described.filter((one) => one !== '').join(' ');
  return {
    id,
    ...(words === '' ? {} : { 'aria-describedby': words }),
    ...(props.error ? { 'aria-invalid': true as const } : {}),
  };
}
