export { authors } from './authors';
export { notificationPreferences } from './notification-preferences';
export { notificationReceipts } from './notification-receipts';
export { notifications } from './notifications';
export { postTags } from './post-tags';
export { posts } from './posts';
export { revisions } from './revisions';
export { tags } from './tags';
