import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connection } from './connection';

const json = { headers: { 'content-type': 'application/json' } };
const well = () => new Response('{}', json);
const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const ask = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask);
});

afterEach(async () => {
  ask.mockResolvedValue(well());
  await connection.check();
  ask.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the connection', () => {
  it('is away once the server does not answer, and told to be so once', async () => {
    const told = vi.fn();
    const stop = connection.subscribe(told);
    ask.mockImplementation(lost);
    expect(await connection.check()).toBe(false);
    await connection.check();
    expect(connection.isAway()).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
    stop();
  });

  it('is asked for again by itself, ever more slowly, until it is back', async () => {
    ask.mockImplementation(lost);
    await connection.check();
    await vi.advanceTimersByTimeAsync(60_000);
    const asked = ask.mock.calls.length;
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(12);
    ask.mockResolvedValue(well());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(connection.isAway()).toBe(false);
    const later = ask.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(later);
  });

  it('is there when the server says that it is unwell, and away behind a proxy alone', async () => {
    ask.mockResolvedValue(new Response('{"status":"down"}', { status: 503, ...json }));
    expect(await connection.check()).toBe(true);
    ask.mockResolvedValue(new Response('Bad gateway', { status: 502 }));
    expect(await connection.check()).toBe(false);
  });
});
