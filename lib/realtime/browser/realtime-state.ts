/**
 * How a page stands to the realtime server: `off` where there is none; `offline` while it cannot be
 * reached; `signed-out` and `left` where the page has nobody's ear any more.
 */
export type RealtimeState = 'starting' | 'on' | 'offline' | 'signed-out' | 'left' | 'off';

/** True where nothing more will come, whatever is waited for. */
export function isOver(state: RealtimeState): boolean {
  return state === 'signed-out' || state === 'left' || state === 'off';
}
