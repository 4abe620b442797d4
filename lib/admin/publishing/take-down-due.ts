import { posts } from '../../db/schema/tenant';
import { defineDueJob } from './define-due-job';

/** Makes a public post a draft again at its time (D16). */
export const takeDownDue = defineDueJob({
  kind: 'post.take-down-due',
  status: 'published',
  column: posts.unpublishAt,
  verb: 'unpublish',
});
