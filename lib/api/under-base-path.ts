import { redirect } from 'next/navigation';

/**
 * Runs something that may end in `redirect('/admin')`: where the path names the tenant, the target
 * gets the same beginning. Domain code and actions know a tenant's own paths alone.
 */
export async function underBasePath<T>(basePath: string, run: () => Promise<T>): Promise<T> {
  if (basePath === '') return run();
  try {
    return await run();
  } catch (error) {
    const target = redirectTarget(error);
    if (target) redirect(basePath + target.path, target.type);
    throw error;
  }
}

/** Next carries a redirect as an error whose digest is `NEXT_REDIRECT;type;path;status;`. */
function redirectTarget(error: unknown): { path: string; type: Way } | null {
  const digest = String((error as { digest?: unknown } | null)?.digest ?? '');
  const [, type, path] = /^NEXT_REDIRECT;(push|replace);(\/(?!\/).*);\d+;$/.exec(digest) ?? [];
  return path ? { path, type: type as Way } : null;
}

type Way = Parameters<typeof redirect>[1];
