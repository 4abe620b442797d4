import { notFound } from 'next/navigation';
import { Consequences } from '@/app/_removal/consequences';
import { RemovalForm } from '@/app/_removal/removal-form';
import { consolePage } from '@/lib/api/console-page';
import { readRemoval } from '@/lib/removal/read-removal';
import { Notice } from '@/lib/ui/list/notice';
import { PageHead } from '@/lib/ui/shell/page-head';
import { consoleTitle } from '../../../_parts/console-title';
import { EraseName } from './_parts/erase-name';
import { deleteAccountOf } from './actions';

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = () => consoleTitle('Delete an account');

/** What goes with somebody's account, and the question. Of a deleted one: whether its name goes, too. */
export default async function DeletePersonPage({ params }: Props) {
  const { id } = await params;
  const path = `/admin/users/${id}/delete`;
  const { db, viewer } = await consolePage({ permission: 'platform.users.delete', path });
  const plan = await readRemoval(db, id);
  if (!plan || plan.erasedAt) notFound();
  const home = `/admin/users/${id}`;
  const crumbs = [
    { label: 'People', href: '/admin/users' },
    { label: plan.name, href: home },
  ];
  if (plan.deletedAt) {
    return (
      <>
        <PageHead title={`Erase the name of ${plan.name}`} crumbs={crumbs} />
        <EraseName id={id} home={home} />
      </>
    );
  }
  const refusal = refusalOf(plan.isLastSuperuser, id === viewer.userId);
  return (
    <>
      <PageHead
        title={`Delete the account of ${plan.name}`}
        lead={<span className="wrap-anywhere">{plan.email}</span>}
        crumbs={crumbs}
      />
      {refusal ? (
        <Notice tone="wait" title="This account cannot be deleted here">
          {refusal}
        </Notice>
      ) : (
        <div className="grid max-w-3xl wrap-anywhere gap-5">
          <Consequences
            plan={plan}
            isOwn={false}
            handOver={(site) => `/admin/tenants/${site.id}/transfer`}
          />
          <RemovalForm
            action={deleteAccountOf}
            hidden={{ id }}
            sites={plan.owned}
            word={plan.email}
            asks="reason"
            button="Delete the account"
            home={home}
          />
        </div>
      )}
    </>
  );
}

function refusalOf(isLast: boolean, isSelf: boolean): string | null {
  if (isLast) {
    return 'The owner of the platform stays: nobody could open this console any more. Make somebody else a superuser first.';
  }
  return isSelf ? 'It is you. Your own account page deletes it, and asks for your password.' : null;
}
