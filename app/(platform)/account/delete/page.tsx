import '@/app/person.css';
import { Consequences } from '@/app/_removal/consequences';
import { RemovalForm } from '@/app/_removal/removal-form';
import { rootAccountPage } from '@/lib/api/console-page';
import { readOwnRemoval } from '@/lib/removal/delete-own-account';
import { Notice } from '@/lib/ui/list/notice';
import { AccountFrame } from '../_parts/account-frame';
import { deleteAccount } from './actions';

export const metadata = { title: 'Delete your account', robots: { index: false } };

/** What goes with the account, and then the question. */
export default async function DeleteAccountPage() {
  const { viewer } = await rootAccountPage({ path: '/account/delete' });
  const plan = await readOwnRemoval(viewer.sessionId);
  return (
    <AccountFrame
      title="Delete your account"
      lead={`${plan.email}. Read what goes with it; nothing has happened yet.`}
    >
      {plan.isLastSuperuser ? (
        <Notice tone="wait" title="The owner of the platform cannot be deleted">
          You are its last superuser, and nobody could open its console any more. Make somebody else
          one first: <code>npm run tenant -- create-superuser</code>.
        </Notice>
      ) : (
        <>
          <Consequences
            plan={plan}
            isOwn
            handOver={({ origin }) => `${origin}/admin/settings/transfer`}
          />
          <RemovalForm
            action={deleteAccount}
            sites={plan.owned}
            word="DELETE"
            asks="password"
            button="Delete my account"
            home="/account"
          />
        </>
      )}
    </AccountFrame>
  );
}
