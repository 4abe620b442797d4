import { postAddress } from '@/app/[tenant]/(site)/_parts/addresses';
import type { SearchResults } from '@/lib/site/read-search';
import { type DateSettings, formatDate } from '@/lib/ui/format-date';
import { asExcerpt } from './as-excerpt';
import type { Found } from './found';

/**
 * Makes of results what pages show. Dates are put into words here: a browser may write the tenant's
 * language in another way than the server, and would draw the page anew.
 */
export function toFound(results: SearchResults, { settings }: { settings: DateSettings }): Found {
  const { posts, ...rest } = results;
  return {
    ...rest,
    hits: posts.map(({ slug, excerpt, publishedAt, ...post }) => ({
      ...post,
      excerpt: asExcerpt(excerpt),
      href: post.isDraft ? `/admin/posts/${post.id}` : postAddress(slug),
      date: publishedAt ? { iso: publishedAt, words: formatDate(publishedAt, settings) } : null,
    })),
  };
}
