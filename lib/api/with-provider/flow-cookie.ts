import { take, unlessTooMany } from '../../auth/abuse-limits';
import { type Flow, flowSchema, flowSeconds } from '../../auth/providers/flow';
import type { ProviderId } from '../../auth/providers/identity-provider';
import { openValue, sealValue } from '../../auth/providers/sealed-value';
import { cookieOptions } from '../../auth/session-cookie';
import type { Here } from '../hand-over/here';

/** Tabs that may be on their way at once. Other sites can begin ways, too: they must not fill the jar. */
const mostFlows = 3;

/** Keeps a flow in this browser until it comes back, each under a name of its own. */
export async function keepFlow(here: Here, flow: Flow): Promise<void> {
  const { jar, names } = here;
  const under = jar.getAll().filter(({ name }) => name.startsWith(names.flow));
  if (under.length >= mostFlows) for (const { name } of under) drop(here, name);
  const sealed = await sealValue('provider-flow', flow, flowSeconds);
  jar.set(nameOf(here, flow.state), sealed, { ...cookieOptions(names), maxAge: flowSeconds });
}

/**
 * Takes the flow back that an answer of a provider belongs to: begun in this browser, with this very
 * provider, not too long ago, and not ended before.
 */
export async function takeFlow(
  here: Here,
  provider: ProviderId,
  state: string,
): Promise<Flow | null> {
  const name = nameOf(here, state);
  const sealed = here.jar.get(name)?.value;
  if (!sealed) return null;
  const parsed = flowSchema.safeParse(await openValue('provider-flow', sealed));
  if (!parsed.success || parsed.data.state !== state || parsed.data.provider !== provider) {
    return null;
  }
  drop(here, name);
  const isFirst = await unlessTooMany(() => take('provider/state', state));
  return isFirst ? parsed.data : null;
}

function nameOf({ names }: Here, state: string): string {
  return names.flow + state.replaceAll(/[^\w-]/g, '').slice(0, 12);
}

function drop({ jar, names }: Here, name: string): void {
  jar.set(name, '', { ...cookieOptions(names), maxAge: 0 });
}
