import type { ScreenActions } from '@/app/_screens/screen-types';
import { relatedResource } from '@/lib/admin/related-resource';
import {
  actOnList,
  createRelated,
  previewMarkdown,
  relatedForm,
  restoreRecord,
  saveRecord,
  searchRelated,
} from '../actions';

/** The actions of the tenant admin, for the screens. */
export const screenActions: ScreenActions = {
  list: actOnList,
  save: saveRecord,
  restore: restoreRecord,
  choices: searchRelated,
  related: { form: relatedForm, create: createRelated, resourceOf: relatedResource },
  preview: previewMarkdown,
};
