import { checkPost, isLater, settlePost } from '../../blog/post-rules';
import { authors, media, posts, postTags, tags } from '../../db/schema/tenant';
import { defineResource } from '../../resources/define-resource';
import type { ResourceContext } from '../../resources/resource-context';
import { findInPosts } from '../../search/postgres/find-in-posts';
import { postsTag } from '../../tenancy/cache-tags';

/** What is stale once a post, a tag or an author has changed. */
export function blogTags(tenant: ResourceContext['tenant']): string[] {
  return tenant ? [postsTag(tenant.id)] : [];
}

/** Articles of the tenant's blog. */
export const postsResource = defineResource({
  name: 'posts',
  singular: 'post',
  table: posts,
  columns: ['title', 'slug', 'status', 'authorId', 'publishedAt', 'updatedAt'],
  filters: ['status', 'authorId', 'tags', 'publishedAt', 'updatedAt'],
  search: ['title', 'slug', 'description'],
  form: {
    title: {},
    slug: { help: 'The last part of the address. Made from the title when left empty.' },
    description: { max: 500, help: 'One or two sentences for lists and search engines.' },
    body: { kind: 'markdown', max: 300_000 },
    status: {},
    publishedAt: {
      help: 'Set by itself when the post is published. With a time to come, “Published” means then.',
    },
    unpublishAt: { label: 'Take down at', help: 'It becomes a draft again then, by itself.' },
    authorId: {},
    coverId: { help: 'Stands with the post in lists, on top of it and where it is shared.' },
    tags: {},
    seoTitle: { label: 'Title for search engines', max: 120, help: 'The title, unless given.' },
    seoDescription: {
      label: 'Description for search engines',
      kind: 'longtext',
      max: 320,
      help: 'The description, unless given.',
    },
    canonicalUrl: {
      label: 'Original address',
      max: 2000,
      help: 'Where this text was published first, if that was elsewhere.',
    },
  },
  relations: {
    authorId: { table: authors },
    coverId: { table: media, title: 'fileName' },
    tags: { table: tags, through: postTags },
  },
  actions: {
    publish: {
      label: 'Publish',
      done: 'published',
      // Now means now, whatever time was set for it.
      set: ({ publishedAt }) => ({
        status: 'published',
        ...(isLater(publishedAt) && { publishedAt: new Date().toISOString() }),
      }),
      refuse: ({ status }) => (status === 'published' ? 'It is published already.' : null),
      already: { status: 'published' },
    },
    unpublish: {
      label: 'Unpublish',
      done: 'unpublished',
      // A time that has not come is no time it was published.
      set: ({ status }) => ({
        status: 'draft',
        ...(status === 'scheduled' && { publishedAt: null }),
        unpublishAt: null,
      }),
      refuse: ({ status }) => (status === 'draft' ? 'It is a draft already.' : null),
      already: { status: 'draft' },
    },
  },
  cacheTags: blogTags,
  hooks: { settle: settlePost, check: checkPost, find: findInPosts },
});
