import { tmpdir } from 'node:os';
import { vi } from 'vitest';
import { runCli } from '../cli/run-cli';
import { env } from '../env';
import { type TestDatabase, testDatabase } from './database';

/** A database of one's own, and the command line beside it. */
export interface CliTrial {
  database: TestDatabase;
  /** Runs a command in this process, which is a hundred times as fast as in one of its own. */
  run(args: string[]): Promise<{ code: number; out: string; err: string }>;
  end(): Promise<void>;
}

/**
 * Makes one. Call it in `beforeAll`, and `end` in `afterAll`.
 *
 * @param environment - what each run begins with: that of the database unless given; null where the
 *   test sees to it.
 */
export async function cliTrial(environment: Record<string, string> | null = {}): Promise<CliTrial> {
  const database = await testDatabase();
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  const DATA_DIR = `${tmpdir()}/tenantry-no-such-folder`;
  return {
    database,
    run: async (args) => {
      const usual = { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR };
      if (environment) Object.assign(env(), { ...usual, ...environment });
      const [out, err] = [capture(process.stdout), capture(process.stderr)];
      const code = await runCli(args);
      return { code, out: out(), err: err() };
    },
    end: () => database.drop(),
  };
}

function capture(stream: NodeJS.WriteStream): () => string {
  const spy = vi.spyOn(stream, 'write').mockReturnValue(true);
  return () => {
    const text = spy.mock.calls.map(([chunk]) => String(chunk)).join('');
    spy.mockRestore();
    return text;
  };
}
