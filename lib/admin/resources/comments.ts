import { comments } from '../../db/schema/tenant';
import { defineResource } from '../../resources/define-resource';
import { moderateComments } from '../comments/moderate-comments';

/** What members say about posts. They write on the site; here it is looked at and decided on. */
export const commentsResource = defineResource({
  name: 'comments',
  singular: 'comment',
  table: comments,
  title: 'body',
  columns: ['body', 'status', 'authorName', 'postId', 'createdAt'],
  filters: ['status', 'postId', 'createdAt'],
  search: ['body', 'authorName'],
  sort: '-createdAt',
  sortable: ['createdAt', 'authorName'],
  fields: {
    body: { label: 'Comment' },
    authorName: { label: 'By' },
    userId: { label: 'Id of the person' },
    parentId: { label: 'Answers' },
    createdAt: { label: 'Written' },
    status: {
      choices: [
        { value: 'held', label: 'Held' },
        { value: 'approved', label: 'Approved' },
        { value: 'refused', label: 'Refused' },
        { value: 'spam', label: 'Spam' },
        { value: 'trash', label: 'Trash' },
        { value: 'withdrawn', label: 'Taken away by its author' },
      ],
    },
  },
  actions: {
    approve: { run: moderateComments('approved', 'approved'), label: 'Approve', done: 'approved' },
    refuse: { run: moderateComments('refused', 'refused'), label: 'Refuse', done: 'refused' },
    spam: {
      run: moderateComments('spam', 'marked'),
      label: 'Mark as spam',
      done: 'marked',
    },
    // The engine has a trash of its own, which this table has not.
    discard: {
      run: moderateComments('trash', 'trashed'),
      label: 'Move to trash',
      done: 'trashed',
      permission: 'comments.delete',
    },
  },
  readOnly: true,
});
