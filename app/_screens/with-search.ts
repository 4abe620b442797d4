import { createElement, type ReactNode } from 'react';
import { PickPicture } from '@/app/_media/pick-picture';
import { mediaAddress } from '@/lib/media/media-address';
import type { Choice } from '@/lib/ui/kit-types';
import type { PlainField } from './field-specs';
import type { ScreenActions } from './screen-types';

/** Every picture answers in this width, the small ones whole. */
const thumbnailOf = ({ id, label }: Choice) => mediaAddress({ id, fileName: label }, 480);

interface SearchParts {
  /** The resource whose form the field stands in. */
  resource: string;
  findChoices: ScreenActions['choices'];
  preview?: (text: string) => Promise<ReactNode>;
  /** Is told what was found. */
  meet?: (choices: Choice[]) => void;
}

/** Adds what only scripts can do: searching in relations, drawing a preview. */
export function withSearch(field: PlainField, parts: SearchParts): PlainField {
  const { resource, findChoices, preview, meet } = parts;
  if (field.kind === 'media') {
    return {
      ...field,
      thumbnailOf,
      pick: (props) => createElement(PickPicture, { ...props, meet }),
    };
  }
  if (field.kind === 'markdown') return { ...field, preview };
  if (!findChoices || (field.kind !== 'relation' && field.kind !== 'relations')) return field;
  const search = async (text: string) => {
    const found = await findChoices({ resource, field: field.name, text });
    meet?.(found);
    return found;
  };
  return { ...field, search };
}
