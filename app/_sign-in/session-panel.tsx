import { type DateWords, formatMoment } from '@/app/_screens/format-moment';
import type { OwnSession } from '@/lib/auth/list-own';
import { deviceName } from '@/lib/ui/device-name';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import type { FormAction } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';

/** Where somebody is signed in, with buttons to end it elsewhere. */
export function SessionPanel({ sessions, endSessions, dates }: SessionPanelProps) {
  const hasOthers = sessions.some(({ isCurrent }) => !isCurrent);
  const all = <EndButton action={endSessions} session="others" words="Sign out everywhere else" />;
  return (
    <Panel title="Where you are signed in" act={hasOthers ? all : null} flush>
      <RowList
        rows={sessions.map((session) => ({
          id: session.id,
          title: `${deviceName(session.userAgent)}${session.isCurrent ? ' (this device)' : ''}`,
          note: noteOf(session, dates),
          act: session.isCurrent ? null : (
            <EndButton action={endSessions} session={session.id} words="Sign out" />
          ),
        }))}
      />
    </Panel>
  );
}

interface SessionPanelProps {
  sessions: OwnSession[];
  endSessions: FormAction;
  dates: DateWords;
}

function EndButton(props: { action: FormAction; session: string; words: string }) {
  return (
    <KitForm action={props.action} hidden={{ session: props.session }} className="contents">
      <SubmitButton tone="plain">{props.words}</SubmitButton>
    </KitForm>
  );
}

function noteOf({ kind, places, address, lastSeenAt }: OwnSession, dates: DateWords): string {
  const tenants = places.filter((name) => name !== null);
  const where = tenants.length > 0 ? listOf(tenants) : 'the platform';
  const how = kind === 'api' ? 'a program, ' : '';
  return `${where}, ${how}${address ? `from ${address}, ` : ''}last used ${formatMoment(lastSeenAt.toISOString(), dates)}`;
}

function listOf(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
