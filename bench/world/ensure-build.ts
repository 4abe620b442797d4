import { buildApp } from '@/lib/cli/launcher/build-app.mjs';
import { cleanEnvironment } from '@/lib/cli/testing-steps/clean-environment.mjs';
import { projectRoot } from '@/lib/testing/project-root';
import type { BenchContext } from '../bench-context';

/** Builds the application unless there is a build of the present sources. */
export async function ensureBuild({ say }: BenchContext): Promise<void> {
  const step = <T>(label: string, work: () => Promise<T>): Promise<T> => {
    say(label);
    return work();
  };
  await buildApp({
    root: projectRoot,
    env: cleanEnvironment() as Record<string, string>,
    signal: new AbortController().signal,
    progress: { step, say: () => {} },
  });
}
