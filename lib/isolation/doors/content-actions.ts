import type { ActionPlan } from './action-plan';
import { broadcastActions } from './broadcast-actions';
import { postActions } from './post-actions';
import { searchActions } from './search-actions';

/** Actions about what a tenant says: posts, broadcasts, and how it is found. */
export const contentActions: Record<string, ActionPlan> = {
  ...postActions,
  ...broadcastActions,
  ...searchActions,
};
