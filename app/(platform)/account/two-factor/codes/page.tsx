import '@/app/person.css';
import { redirect } from 'next/navigation';
import { rootAccountPage } from '@/lib/api/console-page';
import { requestFacts } from '@/lib/api/request-facts';
import { readTwoFactor } from '@/lib/auth/two-factor/read-two-factor';
import { keyAddress } from '@/lib/auth/two-factor/time-codes';
import { openSecret } from '@/lib/auth/two-factor/typed-code';
import { AccountFrame } from '../../_parts/account-frame';
import { CodesForm } from '../_parts/codes-form';
import { KeySteps } from '../_parts/key-steps';
import { makeCodes } from '../actions';

export const metadata = { title: 'Two-factor codes', robots: { index: false } };

/** Setting two-factor up, where that was begun; else new recovery codes. */
export default async function CodesPage() {
  const { viewer } = await rootAccountPage({ path: '/account/two-factor/codes' });
  const [{ since, pendingSecret }, { hostname }] = await Promise.all([
    readTwoFactor(viewer.sessionId),
    requestFacts(),
  ]);
  const secret = pendingSecret ? openSecret(viewer.userId, pendingSecret) : null;
  if (!since && !secret) redirect('/account/two-factor');
  return (
    <AccountFrame
      title={since ? 'Recovery codes' : 'Set two-factor up'}
      back={{ label: 'Back to two-factor', href: '/account/two-factor' }}
    >
      <CodesForm
        action={makeCodes}
        isOn={since !== null}
        account={{ email: viewer.email, hostname }}
      >
        {secret ? (
          <KeySteps secret={secret} address={keyAddress(secret, viewer.email, hostname)} />
        ) : (
          <p className="mb-4 text-ink-2">
            The codes you have now stop working when new ones are made.
          </p>
        )}
      </CodesForm>
    </AccountFrame>
  );
}
