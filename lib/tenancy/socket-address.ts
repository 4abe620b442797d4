interface Asked {
  path: string;
  search: string;
  headers: Headers;
}

/**
 * Where a page's socket is passed on to: the embedded realtime server, which listens on this machine
 * alone on a port that only the start knows. Nothing but an upgrade goes there.
 *
 * @returns null for every other request, and where no server is embedded.
 */
export function socketAddress(
  { path, search, headers }: Asked,
  { realtimePort }: { realtimePort: string | null },
): string | null {
  if (!realtimePort || !/^\/app\/[\w-]{1,200}$/.test(path)) return null;
  if (headers.get('upgrade')?.toLowerCase() !== 'websocket') return null;
  return `http://127.0.0.1:${realtimePort}${path}${search}`;
}
