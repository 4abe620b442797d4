import { formatExactly } from '@/app/_screens/format-moment';
import type { ConsoleSupport } from '@/lib/console/support/read-support';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { end } from '../support/actions';
import { consoleDates } from './console-place';

/** What one's access of support is, while it runs. */
export function RunningSupport({ access }: { access: ConsoleSupport }) {
  return (
    <Panel>
      <DescriptionList
        items={[
          { label: 'As', value: access.userName },
          { label: 'Why', value: access.reason },
          { label: 'May', value: access.canWrite ? 'Look, and change things' : 'Look only' },
          {
            label: 'Ends at the latest',
            value: (
              <time dateTime={access.expiresAt}>
                {formatExactly(access.expiresAt, consoleDates)} UTC
              </time>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** The way in, and the way to end it. A plain link: a form may not lead to another host. */
export function RunningActs({ access, tenant }: RunningActsProps) {
  const { id, userName, homeUrl } = access;
  return (
    <>
      <ActForm action={end} fields={{ id, tenant: tenant.id }}>
        <SubmitButton tone="plain">End</SubmitButton>
      </ActForm>
      <ButtonLink href={`${homeUrl}/session/start?support=${id}`} tone="primary">
        Open {tenant.name} as {userName}
      </ButtonLink>
    </>
  );
}

interface RunningActsProps {
  access: ConsoleSupport & { homeUrl: string };
  tenant: { id: string; name: string };
}
