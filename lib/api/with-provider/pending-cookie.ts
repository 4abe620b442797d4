import { flowSeconds, type Pending, pendingSchema } from '../../auth/providers/flow';
import { openValue, sealValue } from '../../auth/providers/sealed-value';
import { cookieOptions } from '../../auth/session-cookie';
import { type Here, readHere } from '../hand-over/here';

/** Keeps in this browser which account elsewhere waits to be connected. */
export async function keepPending({ jar, names }: Here, pending: Pending): Promise<void> {
  const sealed = await sealValue('pending-identity', pending, flowSeconds);
  jar.set(names.identity, sealed, { ...cookieOptions(names), maxAge: flowSeconds });
}

/** Reads it; null where none waits, or its time is over. For the root host alone. */
export async function readPending(): Promise<Pending | null> {
  const { jar, names } = await readHere(null);
  const value = await openValue('pending-identity', jar.get(names.identity)?.value);
  return pendingSchema.safeParse(value).data ?? null;
}

/** Forgets it. For the root host alone. */
export async function dropPending(): Promise<void> {
  const { jar, names } = await readHere(null);
  jar.set(names.identity, '', { ...cookieOptions(names), maxAge: 0 });
}
