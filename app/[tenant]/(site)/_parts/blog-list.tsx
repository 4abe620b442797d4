import type { BlogPage } from '@/lib/site/read-blog-page';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { EmptyState } from './empty-state';
import { PageLinks } from './page-links';
import { PageTitle } from './page-title';
import { PostGrid } from './post-card';
import { SiteMain } from './site-main';

/** One page of all articles. */
export function BlogList({ tenant, list }: { tenant: TenantInfo; list: BlogPage }) {
  return (
    <SiteMain>
      <PageTitle title="Articles">{tenant.settings.description}</PageTitle>
      {list.posts.length > 0 ? (
        <PostGrid posts={list.posts} dates={tenant.settings} level="h2" />
      ) : (
        <EmptyState title="Nothing is published yet">
          The first article of {tenant.name} will stand here.
        </EmptyState>
      )}
      <PageLinks base="/blog" page={list.page} hasOlder={list.hasOlder} />
    </SiteMain>
  );
}
