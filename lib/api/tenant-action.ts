import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import { hasPermission, type Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import { requireOwnHand } from '../auth/support/require-own-hand';
import type { MemberContext, VisitorContext } from '../auth/viewer';
import { bindTenant } from '../tenancy/context';
import { tenantContext } from '../tenancy/tenant-context';
import { marker } from '../tenancy/tenant-key';
import type { FormAction } from './action-state';
import { answerAction, parseInput, signedOut } from './answer-action';
import { countRequest } from './count-request';
import type { FormValues } from './form-object';
import { memberContext } from './member-context';
import { type RequestFacts, requestFacts } from './request-facts';
import { requireSameOrigin } from './same-origin';
import { enter } from './tenant-page';
import { underBasePath } from './under-base-path';

/** The right an action needs; where it depends on what is asked, a function of the checked input. */
export type ActionPermission<I> = Permission | ((input: I) => Permission);

interface ForSupport {
  support?: 'free';
}

type Run<C, I, R> = (ctx: C, input: I) => Promise<R>;

/**
 * The door of a tenant's Server Actions: tenant, session, membership, permission, input, in this
 * order. Actions get no params, so the tenant is the one the middleware found; a `tenantId` in the
 * form must be the same.
 *
 * @param options.permission - `public` for anybody; `account.use` for anybody signed in.
 * @param options.support - `free` for what somebody of support may do as well, since it ends that or
 *   concerns nobody else. All other actions for anybody (signed in) are refused to them.
 * @param options.input - checks the form's fields; names it does not know are dropped.
 * @param run - AppErrors it throws become a state; redirect() and notFound() pass through.
 */
export function tenantAction<S extends z.ZodType, R>(
  options: { permission: 'public'; input: S } & ForSupport,
  run: Run<VisitorContext, z.output<S>, R>,
): FormAction<R>;
export function tenantAction<S extends z.ZodType, R>(
  options: { permission: ActionPermission<z.output<S>>; input: S } & ForSupport,
  run: Run<MemberContext, z.output<S>, R>,
): FormAction<R>;
export function tenantAction<S extends z.ZodType, R>(
  door: Door<S>,
  run: Run<never, z.output<S>, R>,
): FormAction<R> {
  const action = async (...given: unknown[]) =>
    answerAction(given, (facts, values) =>
      pass(door, run, { facts, values: ownValues(values), raw: values }),
    );
  return action as FormAction<R>;
}

/**
 * The same for actions that a script calls with one plain value and that give an answer, as a
 * picker's search. What fails is thrown, and reaches the browser without its text.
 */
export function tenantReadAction<S extends z.ZodType, R>(
  { permission, input }: { permission: ActionPermission<z.output<S>>; input: S },
  run: Run<MemberContext, z.output<S>, R>,
): (value: z.input<S>) => Promise<R> {
  return async (value) => {
    const facts = await requestFacts();
    requireSameOrigin(facts.headers);
    return pass({ permission, input }, run as Run<never, z.output<S>, R>, { facts, values: value });
  };
}

type Door<S extends z.ZodType> = {
  permission: 'public' | ActionPermission<z.output<S>>;
  input: S;
} & ForSupport;

interface Passage {
  facts: RequestFacts;
  values: unknown;
  raw?: FormValues;
}

async function pass<S extends z.ZodType, R>(
  { permission, input, support }: Door<S>,
  run: Run<never, z.output<S>, R>,
  { facts, values, raw }: Passage,
): Promise<R> {
  const { requestId } = facts;
  const ctx = await enteredTenant(facts);
  const { basePath } = ctx.tenant;
  const named = raw?.tenantId;
  if (named !== undefined && named !== ctx.tenant.id) notFound();
  const viewer = await readViewer(ctx.tenant.id);
  await countRequest(facts.headers, ctx.tenant.id, viewer);
  if (support !== 'free') requireOwnHand(viewer, permission);
  if (permission === 'public') {
    const visitor: VisitorContext = { ...ctx, viewer, requestId };
    return bindTenant(visitor, async () => {
      const parsed = await parseInput(input, values);
      return underBasePath(basePath, () => run(visitor as never, parsed));
    });
  }
  if (!viewer) throw signedOut();
  const member = memberContext(ctx, viewer, requestId);
  const least = typeof permission === 'function' ? 'admin.enter' : permission;
  if (!hasPermission(viewer.membership, least)) notFound();
  return bindTenant(member, async () => {
    const parsed = await parseInput(input, values);
    if (typeof permission === 'function') {
      const asked = permission(parsed);
      requireOwnHand(viewer, asked);
      if (!member.can(asked)) notFound();
    }
    return underBasePath(basePath, () => run(member as never, parsed));
  });
}

async function enteredTenant({ tenantName }: RequestFacts) {
  const entry = tenantName === null ? null : await enter(marker + tenantName);
  if (entry?.kind !== 'tenant') notFound();
  if (!entry.isOpen) redirect(`${entry.tenant.basePath}/unavailable`);
  return tenantContext(entry.tenant);
}

function ownValues({ tenantId: _named, ...values }: FormValues): FormValues {
  return values;
}
