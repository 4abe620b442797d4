export type { PostLink, PostSummary, PostView, TagLink } from '../blog/post-summary';
