import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressLine } from './progress-line';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stream(isTTY: boolean) {
  const parts: string[] = [];
  return { parts, out: { isTTY, write: (part: string) => parts.push(part) } as never };
}

function count(isTTY: boolean): string[] {
  const { parts, out } = stream(isTTY);
  const line = progressLine(out);
  for (let n = 1; n <= 8; n++) {
    line.tell(`${n}`);
    vi.advanceTimersByTime(1000);
  }
  line.end();
  return parts;
}

test('in a terminal one line changes', () => {
  const changed = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `\r\u001b[K${n}`);
  expect(count(true)).toEqual([...changed, '\n']);
});

test('elsewhere a line comes every few seconds, and the last word always', () => {
  expect(count(false)).toEqual(['1\n', '5\n', '8\n']);
});

test('who has told nothing leaves nothing', () => {
  const { parts, out } = stream(true);
  progressLine(out).end();
  expect(parts).toEqual([]);
});
