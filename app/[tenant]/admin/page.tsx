import type { Metadata } from 'next';
import { formatMoment } from '@/app/_screens/format-moment';
import { LimitNotices } from '@/app/_screens/limit-notices';
import { type Dashboard, readDashboard } from '@/lib/admin/dashboard/read-dashboard';
import { findLimitNotices } from '@/lib/admin/limits/find-limit-notices';
import { adminPage } from '@/lib/api/admin-page';
import { findLayoutTenant } from '@/lib/api/tenant-page';
import type { CappedCount } from '@/lib/resources/count-up-to';
import { formatNumber } from '@/lib/ui/format-count';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { StatStrip } from '@/lib/ui/list/stat-strip';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { activityRows } from './_parts/activity-rows';
import { FirstSteps } from './_parts/first-steps';

type Props = { params: Promise<{ tenant: string }> };

/** The frame's own title stands behind those of the pages below it only. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tenant = await findLayoutTenant(params);
  return { title: { absolute: tenant ? `Dashboard | ${tenant.name} admin` : 'Dashboard' } };
}

/** The first page of the admin: numbers, what happened, what is unfinished (D1). */
export default async function DashboardPage({ params }: Props) {
  const ctx = await adminPage(params, { permission: 'admin.enter', path: '/admin' });
  const [board, limits] = await Promise.all([readDashboard(ctx), findLimitNotices(ctx)]);
  const dates = ctx.tenant.settings;
  return (
    <>
      <PageHead
        title="Dashboard"
        lead={todayIn(dates.timeZone)}
        actions={
          ctx.can('posts.write') ? (
            <ButtonLink href="/admin/posts/new" icon="plus" tone="primary">
              New post
            </ButtonLink>
          ) : undefined
        }
      />
      <LimitNotices limits={limits} />
      <StatStrip stats={statsOf(board)} />
      <div className="board">
        {isNew(board) ? <FirstSteps board={board} can={ctx.can} /> : null}
        {board.posts ? (
          <Panel title="Recent drafts" flush>
            {board.recentDrafts.length > 0 ? (
              <RowList
                rows={board.recentDrafts.map(({ id, title, author, updatedAt }) => ({
                  id,
                  icon: 'draft' as const,
                  title: title || 'Untitled',
                  note: `${author}, changed ${formatMoment(updatedAt, dates)}`,
                  href: `/admin/posts/${id}`,
                }))}
              />
            ) : (
              <EmptyState icon="draft" title="No drafts">
                What you begin and do not publish yet waits here.
              </EmptyState>
            )}
          </Panel>
        ) : null}
        <Panel title="Recent changes" flush act={ctx.can('audit.read') ? <AuditLink /> : undefined}>
          {board.activity.length > 0 ? (
            <RowList rows={activityRows(board.activity, dates)} />
          ) : (
            <EmptyState icon="history" title="Nothing has happened yet">
              Who changes what on this site is told here.
            </EmptyState>
          )}
        </Panel>
      </div>
    </>
  );
}

function AuditLink() {
  return (
    <ButtonLink href="/admin/audit" tone="quiet" small>
      Audit log
    </ButtonLink>
  );
}

function statsOf({ posts, tags, members }: Dashboard) {
  return [
    ...(posts
      ? [
          stat('Published', posts.published, '/admin/posts?status=published'),
          stat('Drafts', posts.drafts, '/admin/posts?status=draft'),
          stat('In the trash', posts.trashed, '/admin/posts?trash=1'),
        ]
      : []),
    ...(tags ? [stat('Tags', tags, '/admin/tags')] : []),
    ...(members ? [stat('Members', members, '/admin/members')] : []),
  ];
}

function stat(label: string, { count, more }: CappedCount, href: string) {
  return { label, value: more ? `${formatNumber(count)}+` : formatNumber(count), href };
}

function isNew({ posts }: Dashboard): boolean {
  if (!posts || posts.published.count + posts.trashed.count > 0) return false;
  // One may be the draft that every site begins with.
  return posts.drafts.count <= 1;
}

function todayIn(timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short', timeZone };
  return `${new Intl.DateTimeFormat('en-GB', options).format(new Date())} (${timeZone})`;
}
