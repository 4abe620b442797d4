import { type DateWords, formatMoment } from '@/app/_screens/format-moment';
import { providerWords } from '@/app/_sign-in/provider-words';
import type { Query } from '@/lib/api/login-address';
import { connectLinks } from '@/lib/api/with-provider/provider-links';
import { onlyWay } from '@/lib/auth/providers/disconnect-identity';
import { identityProviders } from '@/lib/auth/providers/identity-provider';
import { listOwnIdentities, type OwnIdentity } from '@/lib/auth/providers/own-identities';
import type { Viewer } from '@/lib/auth/viewer';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { PlaceLink } from '@/lib/ui/place-link';
import { DisconnectForm } from './disconnect-form';

/** The accounts elsewhere that a person signs in with. Nothing where there are none to connect. */
export async function ConnectedAccounts({ viewer, query, dates }: ConnectedAccountsProps) {
  const [identities, links] = [await listOwnIdentities(viewer.sessionId), connectLinks()];
  if (identities.length === 0 && links.length === 0) return null;
  const told = toldOf(query);
  return (
    <div className="mx-auto mt-5 w-full max-w-2xl scroll-mt-4" id="connected-accounts">
      {told ? (
        <Notice tone={told.tone} role={told.tone === 'bad' ? 'alert' : 'status'}>
          {told.words}
        </Notice>
      ) : null}
      <Panel
        title="Connected accounts"
        flush={identities.length > 0}
        foot={
          links.length > 0 ? (
            <div className="flex flex-wrap gap-2">
              {links.map(({ id, name, href }) => (
                <PlaceLink key={id} className="button small" href={href} rel="nofollow">
                  Connect {name}
                </PlaceLink>
              ))}
            </div>
          ) : null
        }
      >
        {identities.length > 0 ? (
          <RowList rows={identities.map((identity) => rowOf(identity, dates))} />
        ) : (
          <p className="text-ink-2">None. Connect one to sign in without your password.</p>
        )}
      </Panel>
    </div>
  );
}

interface ConnectedAccountsProps {
  viewer: Viewer;
  query: Query;
  dates: DateWords;
}

function rowOf(identity: OwnIdentity, dates: DateWords) {
  const { id, email, createdAt, lastUsedAt, isOnlyWay } = identity;
  const used = lastUsedAt ? `last used ${formatMoment(lastUsedAt.toISOString(), dates)}` : '';
  const since = `connected ${formatMoment(createdAt.toISOString(), dates)}`;
  const name = nameOf(identity);
  return {
    id,
    title: email ? `${name}, ${email}` : name,
    note: isOnlyWay ? onlyWay : [since, used].filter(Boolean).join(', '),
    act: isOnlyWay ? null : <DisconnectForm identity={id} name={name} />,
  };
}

/** One whose variables are not set any more, or that has moved, is still there to be taken away. */
function nameOf({ provider }: OwnIdentity): string {
  const found = identityProviders().find(({ key }) => key === provider);
  const [id = ''] = provider.split(':');
  return found?.name ?? former[id] ?? provider.replace(/^oidc:https?:\/\//, '');
}

const former: Record<string, string> = { google: 'Google', github: 'GitHub' };

function toldOf({ connected, with: provider }: Query): Told | null {
  if (typeof connected !== 'string') return null;
  const fault = providerWords(connected, provider);
  return fault ? { tone: 'bad', words: fault } : (outcomes[connected] ?? null);
}

interface Told {
  tone: 'good' | 'bad' | 'info';
  words: string;
}

const outcomes: Record<string, Told | undefined> = {
  connected: { tone: 'good', words: 'Connected. You can sign in with it from now on.' },
  same: { tone: 'info', words: 'This account was connected already.' },
  gone: { tone: 'good', words: 'Disconnected. It does not sign you in any more.' },
  taken: {
    tone: 'bad',
    words:
      'This account is connected with another person here. Sign in with it, disconnect it there, then connect it here.',
  },
  ended: { tone: 'bad', words: 'Nothing was connected: you were signed out meanwhile.' },
};
