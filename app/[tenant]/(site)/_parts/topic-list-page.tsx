import type { TagPage } from '@/lib/site/read-tag-page';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { topicAddress } from './addresses';
import { EmptyState } from './empty-state';
import { PageLinks } from './page-links';
import { PageTitle } from './page-title';
import { PostGrid } from './post-card';
import { SiteMain } from './site-main';

/** One page of the articles of a topic. */
export function TopicListPage({ tenant, list }: { tenant: TenantInfo; list: TagPage }) {
  return (
    <SiteMain>
      <PageTitle title={list.tag.name}>Articles of {tenant.name} on this topic.</PageTitle>
      {list.posts.length > 0 ? (
        <PostGrid posts={list.posts} dates={tenant.settings} level="h2" />
      ) : (
        <EmptyState title="Nothing on this topic yet">
          Articles on {list.tag.name} will stand here.
        </EmptyState>
      )}
      <PageLinks base={topicAddress(list.tag.slug)} page={list.page} hasOlder={list.hasOlder} />
    </SiteMain>
  );
}
