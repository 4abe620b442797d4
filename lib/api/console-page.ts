import { notFound, redirect } from 'next/navigation';
import { connection } from 'next/server';
import type { Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import { type ConsoleContext, consoleContext, type RootContext } from './console-context';
import { loginAddress } from './login-address';
import { requestFacts } from './request-facts';

/**
 * The door of the root host's pages that are for anybody and differ for who is signed in, as /login.
 */
export async function rootVisitorPage(): Promise<RootContext> {
  await connection();
  const { requestId, isRootHost } = await requestFacts();
  if (!isRootHost) notFound();
  return { tenant: null, viewer: await readViewer(null), requestId };
}

/**
 * The door of the platform console: a live session of the root host, and a superuser. Everybody else
 * who is signed in is told that there is no such page, tenants' owners too (S1.24, N15).
 */
export async function consolePage(door: {
  permission: Permission;
  path: string;
}): Promise<ConsoleContext> {
  const { viewer, requestId } = await rootVisitorPage();
  if (!viewer) redirect(loginAddress(door.path));
  const ctx = consoleContext(viewer, requestId);
  if (!ctx.can(door.permission)) notFound();
  return ctx;
}

/** The door of the root host's pages for anybody who is signed in, as /account. */
export async function rootAccountPage({ path }: { path: string }): Promise<ConsoleContext> {
  return consolePage({ permission: 'account.use', path });
}
