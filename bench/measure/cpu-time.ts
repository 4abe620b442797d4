import { readFileSync } from 'node:fs';

/**
 * Clock ticks of CPU a process has used so far, in user and kernel mode, all threads together.
 *
 * @returns null where the system has no /proc.
 */
export function cpuTicks(pid: number): number | null {
  try {
    return parseCpuTicks(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Reads utime and stime, fields 14 and 15, of a /proc/<pid>/stat line.
 *
 * @throws Error for another kind of line.
 */
export function parseCpuTicks(stat: string): number {
  // The second field is the program's name in parentheses and may hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (!Number.isFinite(ticks)) throw new Error('This is no line of /proc/<pid>/stat.');
  return ticks;
}
