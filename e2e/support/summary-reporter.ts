import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';
import type { Summary } from '../../lib/testing/summary-reporter';

/** Writes the counts of a run to the file SUMMARY_FILE names, in the form `npm test` adds up. */
export default class SummaryReporter implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onError(): void {
    this.errors += 1;
  }

  onEnd(): void {
    const target = process.env.SUMMARY_FILE;
    if (!target) return;
    const summary: Summary = { passed: 0, failed: this.errors, skipped: [] };
    for (const test of this.suite?.allTests() ?? []) addTest(test, summary);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(summary));
  }

  printsToStdio(): boolean {
    return false;
  }
}

function addTest(test: TestCase, summary: Summary): void {
  const outcome = test.outcome();
  if (outcome === 'expected') summary.passed += 1;
  else if (outcome !== 'skipped') summary.failed += 1;
  else {
    const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
    const name = test.titlePath().filter(Boolean).join(' > ');
    const unknown = test.results.length === 0 ? 'did not run' : 'no reason given';
    summary.skipped.push({ name, reason: note?.description ?? unknown });
  }
}
