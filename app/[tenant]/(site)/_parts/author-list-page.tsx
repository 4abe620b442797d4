import type { AuthorPage } from '@/lib/site/read-author-page';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { authorAddress } from './addresses';
import { PageLinks } from './page-links';
import { PageTitle } from './page-title';
import { PostGrid } from './post-card';
import { SiteMain } from './site-main';

/** One page of what an author has written. */
export function AuthorListPage({ tenant, list }: { tenant: TenantInfo; list: AuthorPage }) {
  const { author, posts, page, hasOlder } = list;
  return (
    <SiteMain>
      <PageTitle title={author.name}>
        Articles of {tenant.name} by {author.name}.
      </PageTitle>
      <PostGrid posts={posts} dates={tenant.settings} level="h2" />
      <PageLinks base={authorAddress(author.slug)} page={page} hasOlder={hasOlder} />
    </SiteMain>
  );
}
