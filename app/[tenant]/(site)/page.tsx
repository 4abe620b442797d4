import type { Metadata } from 'next';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { tenantPage } from '@/lib/api/tenant-page';
import { readHome } from '@/lib/site/read-home';
import { EmptyState } from './_parts/empty-state';
import { LeadPost } from './_parts/lead-post';
import { PostGrid } from './_parts/post-card';
import { PostLines } from './_parts/post-lines';
import { SectionHead } from './_parts/section-head';
import { SiteMain } from './_parts/site-main';
import { siteMetadata } from './_parts/site-metadata';

type Props = { params: Promise<{ tenant: string }> };

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await tenantPage(params, '/');
  return siteMetadata(tenant, { path: '/' });
}

/** The front page of a tenant's site. */
export default async function HomePage({ params }: Props) {
  const ctx = await tenantPage(params, '/');
  const { lead, latest, older } = await readHome(ctx);
  const { name, settings } = ctx.tenant;
  const all = (
    <SiteLink className="link inline-block py-0.5" href="/blog">
      All articles
    </SiteLink>
  );
  return (
    <SiteMain>
      <h1 className="sr-only">{name}</h1>
      {lead ? (
        <LeadPost post={lead} dates={settings} />
      ) : (
        <EmptyState title="Nothing is published yet">
          The first article of {name} will stand here.
        </EmptyState>
      )}
      {latest.length > 0 ? (
        <section>
          <SectionHead title="Latest articles" more={all} />
          <PostGrid posts={latest} dates={settings} />
        </section>
      ) : null}
      {older.length > 0 ? (
        <section>
          <SectionHead
            title="Earlier"
            more={
              <SiteLink className="link inline-block py-0.5" href="/archive">
                Archive
              </SiteLink>
            }
          />
          <PostLines posts={older} dates={settings} />
        </section>
      ) : null}
    </SiteMain>
  );
}
