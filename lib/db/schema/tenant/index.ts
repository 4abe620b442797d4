export { authors } from './authors';
export { postTags } from './post-tags';
export { posts } from './posts';
export { tags } from './tags';
