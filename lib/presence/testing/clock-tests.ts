import { afterEach, expect, test, vi } from 'vitest';
import { newRoom } from './new-room';
import type { Presence } from './presence-suite';

/** Processes whose clocks are wrong see the same people: the store's clock counts. */
export function clockTests(presence: Presence): void {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(['2001-01-01', '2101-01-01'])(
    'a process that thinks it is %s is of no matter',
    async (now) => {
      const room = newRoom();
      const real = Date.now();
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      const { since } = await presence().join(room, 'ada');
      expect(await presence().heartbeat(room, 'ada')).toBe(true);
      expect(await presence().count(room)).toBe(1);
      vi.useRealTimers();
      expect(Math.abs(since.getTime() - real)).toBeLessThan(60_000);
      expect(await presence('acme', { second: true }).list(room)).toMatchObject([{ since }]);
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      expect(await presence().list(room)).toMatchObject([{ since }]);
      await presence().cleanupStale();
      expect(await presence().count(room)).toBe(1);
      expect(await presence().leave(room, 'ada')).toBe(true);
    },
  );
}
