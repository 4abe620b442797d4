import { notFound } from 'next/navigation';
import type { z } from 'zod';
import type { Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import type { FormAction } from './action-state';
import { answerAction, parseInput, signedOut } from './answer-action';
import { type ConsoleContext, consoleContext, type RootContext } from './console-context';
import { countRequest } from './count-request';
import { type RequestFacts, requestFacts } from './request-facts';
import { requireSameOrigin } from './same-origin';

type Run<C, I, R> = (ctx: C, input: I) => Promise<R>;

/**
 * The door of the root host's Server Actions: host, session, permission, input. On a tenant's host
 * they do not exist, and nor do they for who is no superuser, but for `public` ones and
 * `account.use`.
 */
export function consoleAction<S extends z.ZodType, R>(
  options: { permission: 'public'; input: S },
  run: Run<RootContext, z.output<S>, R>,
): FormAction<R>;
export function consoleAction<S extends z.ZodType, R>(
  options: { permission: Permission; input: S },
  run: Run<ConsoleContext, z.output<S>, R>,
): FormAction<R>;
export function consoleAction<S extends z.ZodType, R>(
  options: { permission: 'public' | Permission; input: S },
  run: Run<never, z.output<S>, R>,
): FormAction<R> {
  const action = async (...given: unknown[]) =>
    answerAction(given, (facts, values) => pass(options, run, { facts, values }));
  return action as FormAction<R>;
}

/** The same for actions that a script calls with one plain value and that give an answer. */
export function consoleReadAction<S extends z.ZodType, R>(
  options: { permission: Permission; input: S },
  run: Run<ConsoleContext, z.output<S>, R>,
): (value: z.input<S>) => Promise<R> {
  return async (value) => {
    const facts = await requestFacts();
    requireSameOrigin(facts.headers);
    return pass(options, run as Run<never, z.output<S>, R>, { facts, values: value });
  };
}

async function pass<S extends z.ZodType, R>(
  { permission, input }: { permission: 'public' | Permission; input: S },
  run: Run<never, z.output<S>, R>,
  { facts, values }: { facts: RequestFacts; values: unknown },
): Promise<R> {
  if (!facts.isRootHost) notFound();
  const { requestId } = facts;
  const viewer = await readViewer(null);
  await countRequest(facts.headers, null, viewer);
  if (permission === 'public') {
    const visitor: RootContext = { tenant: null, viewer, requestId };
    return run(visitor as never, await parseInput(input, values));
  }
  if (!viewer) throw signedOut();
  const ctx = consoleContext(viewer, requestId);
  if (!ctx.can(permission)) notFound();
  return run(ctx as never, await parseInput(input, values));
}
