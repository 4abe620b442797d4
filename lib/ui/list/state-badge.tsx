import type { IconName } from '../icon';
import type { Tone } from '../kit-types';
import { Badge } from './badge';

/** The badge of a state the product knows; an unknown one is shown as it is called. */
export function StateBadge({ state }: { state: string }) {
  const { label, tone, icon } = stateLook(state);
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
}

/** Word, tone and icon of a state, for tables. */
export function stateLook(state: string): StateLook {
  return STATES[state] ?? { label: sentence(state), tone: 'plain', icon: 'info' };
}

interface StateLook {
  label: string;
  tone: Tone;
  icon: IconName;
}

const STATES: Record<string, StateLook> = {
  draft: { label: 'Draft', tone: 'plain', icon: 'draft' },
  scheduled: { label: 'Scheduled', tone: 'moving', icon: 'clock' },
  published: { label: 'Published', tone: 'good', icon: 'check' },
  changes: { label: 'Unpublished changes', tone: 'wait', icon: 'changes' },
  trash: { label: 'In the trash', tone: 'plain', icon: 'trash' },
  deleted: { label: 'Deleted', tone: 'plain', icon: 'trash' },
  active: { label: 'Active', tone: 'good', icon: 'check' },
  maintenance: { label: 'Maintenance', tone: 'wait', icon: 'clock' },
  suspended: { label: 'Suspended', tone: 'wait', icon: 'pause' },
  invited: { label: 'Invited', tone: 'wait', icon: 'mail' },
  accepted: { label: 'Accepted', tone: 'good', icon: 'check' },
  void: { label: 'Void', tone: 'bad', icon: 'stop' },
  replaced: { label: 'Replaced', tone: 'plain', icon: 'stop' },
  waiting: { label: 'Waiting', tone: 'plain', icon: 'clock' },
  retrying: { label: 'Tried again later', tone: 'wait', icon: 'restore' },
  dead: { label: 'Given up', tone: 'bad', icon: 'stop' },
  done: { label: 'Done', tone: 'good', icon: 'check' },
  discarded: { label: 'Discarded', tone: 'plain', icon: 'trash' },
  resting: { label: 'Resting', tone: 'wait', icon: 'pause' },
  expired: { label: 'Expired', tone: 'wait', icon: 'clock' },
  revoked: { label: 'Revoked', tone: 'plain', icon: 'stop' },
  removed: { label: 'Removed', tone: 'plain', icon: 'stop' },
  deactivated: { label: 'Deactivated', tone: 'plain', icon: 'stop' },
  parent: { label: 'Ended', tone: 'plain', icon: 'stop' },
  running: { label: 'Running', tone: 'moving', icon: 'moving' },
  sending: { label: 'Sending', tone: 'moving', icon: 'moving' },
  sent: { label: 'Sent', tone: 'good', icon: 'check' },
  cancelled: { label: 'Cancelled', tone: 'plain', icon: 'stop' },
  failed: { label: 'Failed', tone: 'bad', icon: 'stop' },
};

function sentence(word: string): string {
  const plain = word.replaceAll(/[-_]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
