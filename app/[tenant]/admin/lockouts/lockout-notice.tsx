import { formatExactly } from '@/app/_screens/format-moment';
import { findLockout } from '@/lib/admin/lockouts/find-lockout';
import type { MemberContext } from '@/lib/auth/viewer';
import { Flash } from '@/lib/ui/dialog/flash';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';
import { liftLock } from './actions';

/** Above a member's facts while they are locked out, with the way to let them in. */
export async function LockoutNotice({ ctx, member, wasLifted }: LockoutNoticeProps) {
  const lockout = await findLockout(ctx, member);
  if (!lockout) return wasLifted ? <Flash message="They can sign in again" /> : null;
  const until = formatExactly(lockout.until, ctx.tenant.settings);
  const act = (
    <KitForm action={liftLock} hidden={{ member }} className="contents">
      <SubmitButton tone="plain">Let them sign in</SubmitButton>
    </KitForm>
  );
  return (
    <div className="mb-5">
      <Notice
        tone="wait"
        title={`Locked out until ${until}`}
        act={ctx.can('members.write') ? act : null}
      >
        {lockout.failures} wrong passwords were tried for {lockout.email} on this site. Browsers
        that {lockout.name} has used here before are not concerned.
      </Notice>
    </div>
  );
}

interface LockoutNoticeProps {
  ctx: MemberContext;
  /** Id of the membership. */
  member: string;
  wasLifted: boolean;
}
