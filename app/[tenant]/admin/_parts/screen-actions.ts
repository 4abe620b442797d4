import type { ScreenActions } from '@/app/_screens/screen-types';
import { actOnList, previewMarkdown, restoreRecord, saveRecord, searchRelated } from '../actions';

/** The actions of the tenant admin, for the screens. */
export const screenActions: ScreenActions = {
  list: actOnList,
  save: saveRecord,
  restore: restoreRecord,
  choices: searchRelated,
  preview: previewMarkdown,
};
