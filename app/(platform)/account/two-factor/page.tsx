import '@/app/person.css';
import { formatExactly } from '@/app/_screens/format-moment';
import { rootAccountPage } from '@/lib/api/console-page';
import type { Query } from '@/lib/api/login-address';
import { readTwoFactor } from '@/lib/auth/two-factor/read-two-factor';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';
import { consoleDates } from '../../admin/_parts/console-place';
import { AccountFrame } from '../_parts/account-frame';
import { BeginForm } from './_parts/begin-form';
import { EndForm } from './_parts/end-form';
import { beginSetUp, turnOff } from './actions';

export const metadata = { title: 'Two-factor', robots: { index: false } };

/** Whether the account asks for codes, and the ways to change that. */
export default async function TwoFactorPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer } = await rootAccountPage({ path: '/account/two-factor' });
  const [{ since, codesLeft }, query] = await Promise.all([
    readTwoFactor(viewer.sessionId),
    searchParams,
  ]);
  const back = { label: 'Back to your account', href: '/account' };
  if (!since) {
    return (
      <AccountFrame title="Two-factor" back={back}>
        {query.off ? (
          <Notice tone="info" role="status" title="Two-factor is off">
            Your password alone opens your account now.
          </Notice>
        ) : null}
        <Panel title="It is off">
          <p className="mb-4 text-ink-2">
            With two-factor on, signing in asks for a code from an app on your phone after the
            password. Somebody who learns your password cannot sign in with it alone.
          </p>
          <BeginForm action={beginSetUp} />
        </Panel>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="Two-factor" back={back}>
      {codesLeft <= 3 ? (
        <Notice tone="wait" title={leftWords(codesLeft)}>
          Make new ones before you need them: without your app they are the only way in.
        </Notice>
      ) : null}
      <Panel
        title="It is on"
        act={
          <PlaceLink className="button plain" href="/account/two-factor/codes">
            Make new recovery codes
          </PlaceLink>
        }
      >
        <DescriptionList
          items={[
            { label: 'Since', value: formatExactly(since.toISOString(), consoleDates) },
            { label: 'Recovery codes left', value: String(codesLeft) },
          ]}
        />
      </Panel>
      <Panel title="Turn it off">
        <p className="mb-4 text-ink-2">
          From then on your password alone opens your account, on every site. Your recovery codes
          stop working.
        </p>
        <EndForm action={turnOff} />
      </Panel>
    </AccountFrame>
  );
}

function leftWords(left: number): string {
  if (left === 0) return 'No recovery codes are left';
  return left === 1 ? 'One recovery code is left' : `${left} recovery codes are left`;
}
