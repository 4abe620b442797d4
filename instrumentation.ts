import type { Instrumentation } from 'next';

/** Called once when a server starts, for each runtime; the edge has nothing to start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startBackground } = await import('./lib/server/start-background');
  await startBackground();
}

/** Writes what a page threw, under the reference that the person sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('./lib/server/log-request-error');
  logRequestError(error, request, context);
};
