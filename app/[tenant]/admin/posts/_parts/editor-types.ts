import type { ReactNode } from 'react';
import type { PlainField } from '@/app/_screens/field-specs';
import type { RelatedActions, ScreenActions } from '@/app/_screens/screen-types';
import type { FormValues } from '@/lib/api/form-object';

/** All the editor needs to know of a post; plain data but for what is drawn. */
export interface EditorProps {
  save: ScreenActions['save'];
  findChoices: ScreenActions['choices'];
  related: RelatedActions | undefined;
  creatable: Record<string, string>;
  /** Null for a new post. */
  post: { id: string; version: string; status: string } | null;
  /** Made with the page: sent twice, a new post is one. */
  once: string;
  fields: { aside: PlainField[]; seo: PlainField[] };
  stored: FormValues;
  /** Times of the post itself, whatever waits beside it. */
  times: FormValues;
  /** What is written and not published: by whom, and when as words. */
  waiting: { by: string; when: string } | null;
  /** Changes with whatever is saved. */
  mark: string;
  /** The text as it will look. */
  drawn: ReactNode;
  tenant: { name: string; host: string };
  person: { id: string };
  badges: ReactNode;
  live: ReactNode;
  mayDelete: boolean;
  mayAddPictures: boolean;
}
