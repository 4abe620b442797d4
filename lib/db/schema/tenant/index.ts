export { authors } from './authors';
export { postTags } from './post-tags';
export { posts } from './posts';
export { revisions } from './revisions';
export { tags } from './tags';
