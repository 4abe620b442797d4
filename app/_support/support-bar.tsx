import { endSupport } from '@/app/[tenant]/session/ended/actions';
import { supportFrame } from '@/lib/api/support-frame';
import { ActForm } from '@/lib/ui/form/act-form';
import { SupportClock } from './support-clock';

/**
 * Stays at the top of every page while support acts as somebody: who, as whom, why, how long, and the
 * way out. Nothing where nobody does.
 */
export async function SupportBar({ params }: { params: Promise<{ tenant: string }> }) {
  const frame = await supportFrame(params);
  if (!frame) return null;
  const { id, superuserName, person, reason, canWrite, expiresAt } = frame;
  const who = `${superuserName} acting as ${person}`;
  const left = Date.parse(expiresAt) - Date.now();
  return (
    <section className="support-bar" aria-label="Support access">
      <p className="support-words">
        <b>{who}</b>
        <span className="support-state">
          {canWrite ? 'may change things' : 'looking only'},{' '}
          <SupportClock
            id={id}
            left={left}
            words={`Support access: ${who}. ${canWrite ? 'Changes are made in their name.' : 'Nothing can be changed.'} Why: ${reason}`}
          />
        </span>
        <span className="support-why" title={reason}>
          {reason}
        </span>
      </p>
      <ActForm action={endSupport}>
        <button type="submit" className="support-end">
          End
        </button>
      </ActForm>
    </section>
  );
}
