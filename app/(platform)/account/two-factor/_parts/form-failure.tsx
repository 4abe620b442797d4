import type { ActionFailure } from '@/lib/api/action-state';
import { Notice } from '@/lib/ui/list/notice';

/** What went wrong as a whole; what is wrong with a field stands beside the field. */
export function FormFailure({ failure }: { failure: ActionFailure | null }) {
  if (!failure || Object.keys(failure.errors).length > 0) return null;
  return (
    <div className="mb-4">
      <Notice tone="bad" role="alert">
        {failure.message}
      </Notice>
    </div>
  );
}
