import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { projectRoot } from './project-root';

/** A command that runs in a terminal, and a person before it. */
export interface Terminal {
  /** Waits until this is on the screen, after what was waited for before. @throws Error if it ends first. */
  sees(text: string): Promise<void>;
  /** Presses keys; `\r` is Enter, `\u0003` Ctrl-C, `\u0004` Ctrl-D. */
  type(keys: string): void;
  /** Everything that was shown, without colours and moves of the cursor. */
  screen(): string;
  /** The exit code. */
  ends(): Promise<number | null>;
}

/** True where script(1) of util-linux gives a pseudo-terminal. */
export const hasTerminal =
  process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** Runs `npm run tenant -- args` in a real pseudo-terminal. */
export function tenantInTerminal(args: string[], environment: Record<string, string>): Terminal {
  const command = [process.execPath, '--conditions=react-server', '--import', 'tsx'];
  const line = [...command, 'lib/cli/index.ts', ...args].map(quoted).join(' ');
  const child = spawn('script', ['-qefc', `stty cols 100 rows 40; ${line}`, '/dev/null'], {
    cwd: projectRoot,
    env: { ...process.env, LOG_FILE: 'off', TERM: 'xterm', CI: '', ...environment },
  });
  return terminalOf(child);
}

function terminalOf(child: ChildProcessWithoutNullStreams): Terminal {
  let shown = '';
  let seen = 0;
  let isOver = false;
  let look = () => {};
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    shown += part;
    look();
  });
  const over = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      look();
      resolve(code);
    });
  });
  return {
    sees: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          const at = plain(shown).indexOf(text, seen);
          if (at >= 0) {
            seen = at + text.length;
            resolve();
          } else if (isOver) reject(new Error(`It ended without “${text}”:\n${plain(shown)}`));
        };
        look();
      }),
    type: (keys) => child.stdin.write(keys),
    screen: () => plain(shown),
    ends: () => over,
  };
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a terminal is told by.
  return text.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
