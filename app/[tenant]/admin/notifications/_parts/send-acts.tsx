import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Icon } from '@/lib/ui/icon';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { peopleWords } from './broadcast-words';
import { countOf, type Draft } from './draft';
import type { Reach } from './reach';

/** The button names what it does; without scripts it cannot know the number. */
export function SendActs({ draft, reach, leaveHref }: SendActsProps) {
  const count = countOf(draft, reach);
  const verb = draft.isLater ? 'Schedule' : 'Send';
  const to = `${draft.isLater ? 'for' : 'to'} ${peopleWords(count)}`;
  return (
    <div className="compose-acts">
      <ButtonLink href={leaveHref} tone="quiet">
        Cancel
      </ButtonLink>
      <SubmitButton>
        <Icon name={draft.isLater ? 'clock' : 'publish'} />
        <span className="script-only">{count > 0 ? `${verb} ${to}` : verb}</span>
        <span className="plain-only">Send</span>
      </SubmitButton>
    </div>
  );
}

interface SendActsProps {
  draft: Draft;
  reach: Reach;
  leaveHref: string;
}
