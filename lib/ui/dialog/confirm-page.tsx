import type { ConfirmContentProps } from './confirm-body';
import { ConfirmContent } from './confirm-content';

/** A question as a page of its own, inside a shell. */
export function ConfirmPage(props: ConfirmContentProps) {
  return (
    <div className="confirm-page">
      <ConfirmContent {...props} />
    </div>
  );
}
