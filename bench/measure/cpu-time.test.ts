import { describe, expect, test } from 'vitest';
import { cpuTicks, parseCpuTicks } from './cpu-time';

describe('the CPU time of a process', () => {
  test('is user and kernel time, whatever the program is called', () => {
    const stat = '4711 (next (v16) x) S 1 4711 4711 0 -1 4194560 9 0 0 0 120 34 5 6 20 0 11 0 99';
    expect(parseCpuTicks(stat)).toBe(154);
  });
  test('another file is refused', () => {
    expect(() => parseCpuTicks('nothing (x) S')).toThrow('no line');
  });
  test('of no process is unknown', () => {
    expect(cpuTicks(-1)).toBeNull();
  });
});
