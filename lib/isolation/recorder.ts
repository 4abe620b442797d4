/** What came of all attempts on one thing of the inventory. */
export interface ItemReport {
  item: string;
  attempts: number;
  /** What got through, or why nothing could be tried. Empty when all is well. */
  leaks: string[];
}

export interface WalkReport {
  walk: string;
  items: ItemReport[];
}

export interface Recorder {
  /** Notes one attempt; `leak` says what got through, null when nothing did. */
  note(item: string, leak: string | null): void;
  /** Notes something that exists and that nothing covers. */
  uncovered(item: string, what: string): void;
  report(): WalkReport;
}

/** Keeps count of a walk. The same leak of one item is kept once. */
export function createRecorder(walk: string): Recorder {
  const items = new Map<string, ItemReport>();
  const note = (item: string, leak: string | null) => {
    const report = items.get(item) ?? { item, attempts: 0, leaks: [] };
    items.set(item, report);
    report.attempts += 1;
    if (leak !== null && !report.leaks.includes(leak)) report.leaks.push(leak);
  };
  return {
    note,
    uncovered: (item, what) => note(item, `is not covered: ${what}`),
    report: () => ({ walk, items: [...items.values()] }),
  };
}

/** All leaks of a walk, each with the item it was found on. */
export function leaksOf(report: WalkReport): string[] {
  return report.items.flatMap(({ item, leaks }) => leaks.map((leak) => `${item}: ${leak}`));
}
