import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What every counting step of `npm test` writes, whichever runner it used. */
export interface Summary {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
}

/**
 * Writes the counts of a vitest run to the file SUMMARY_FILE names. A file that does not load and
 * an error outside any test count as failures; a skip keeps the reason given to `context.skip`.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const target = process.env.SUMMARY_FILE;
    if (!target) return;
    const summary: Summary = { passed: 0, failed: errors.length, skipped: [] };
    for (const module of modules) addModule(module, summary);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(summary));
  }
}

function addModule(module: TestModule, summary: Summary): void {
  summary.failed += module.errors().length;
  for (const suite of module.children.allSuites()) summary.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') summary.passed += 1;
    else if (result.state === 'failed') summary.failed += 1;
    else {
      const note = result.state === 'skipped' ? result.note : undefined;
      const name = `${module.relativeModuleId} > ${test.fullName}`;
      summary.skipped.push({ name, reason: note ?? 'no reason given' });
    }
  }
}
