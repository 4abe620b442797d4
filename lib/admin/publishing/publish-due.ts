import { posts } from '../../db/schema/tenant';
import { defineDueJob } from './define-due-job';

/** Publishes a scheduled post at its time; one that was taken back stays. */
export const publishDue = defineDueJob({
  kind: 'post.publish-due',
  status: 'scheduled',
  column: posts.publishedAt,
  verb: 'publish',
});
