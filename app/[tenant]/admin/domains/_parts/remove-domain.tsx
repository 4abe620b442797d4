import type { DomainView } from '@/lib/domains/domain-view';
import { ConfirmLink } from '@/lib/ui/dialog/confirm-link';
import { removeQuestion } from './remove-question';

/** Asks, in a dialog or on a page of its own. */
export function RemoveDomain({ domain }: { domain: DomainView }) {
  return (
    <ConfirmLink
      href={`/admin/domains/${domain.id}/remove`}
      content={removeQuestion(domain)}
      className="button plain"
    >
      Remove<span className="sr-only"> {domain.name}</span>
    </ConfirmLink>
  );
}
