import type { OwnTwoFactor } from '@/lib/auth/two-factor/read-two-factor';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';

/** Whether the account asks for codes, for the account page of the root host. */
export function TwoFactorPanel({ twoFactor: { since, codesLeft } }: { twoFactor: OwnTwoFactor }) {
  const left = `${codesLeft} recovery ${codesLeft === 1 ? 'code' : 'codes'} left`;
  return (
    <Panel
      title="Two-factor"
      act={
        <PlaceLink className="button plain" href="/account/two-factor">
          {since ? 'Change' : 'Set it up'}
        </PlaceLink>
      }
    >
      <DescriptionList
        items={[{ label: 'A code after the password', value: since ? `On, ${left}` : 'Off' }]}
      />
    </Panel>
  );
}
