import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCommands, pathOf } from '../cli/aliases/add-aliases';
import { createProgram } from '../cli/program';
import { projectRoot } from './project-root';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const troubleshooting = read('docs/troubleshooting.md');
const guides = ['docs/troubleshooting.md', 'docs/from-one-tenant.md', 'docs/domains.md'];

/** Everything that can say something, with texts that go over several lines of source joined. */
const sources = ['lib', 'app', 'drizzle/platform']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs|sql)$/.test(file) && !file.includes('.test.'))
      .map((file) => read(`${folder}/${file}`)),
  )
  .join('\n')
  .replaceAll(/['`] \+\s*['`]/g, '')
  .replaceAll(/\$\{[^}]*\}/g, '…')
  .replaceAll(/(?<=“)…(?=”)/g, '…');

describe('docs/troubleshooting.md quotes what is said', () => {
  const quoted = [...troubleshooting.matchAll(/^### `(.+)`$/gm)].map(([, text = '']) => text);
  test('and quotes enough', () => {
    expect(quoted.length).toBeGreaterThan(15);
  });
  test.each(quoted)('%s', (text) => {
    const parts = text.split('…').map((part) => part.replace(/^\W+|\W+$/g, ''));
    for (const part of parts.filter((one) => one.length > 3)) expect(sources).toContain(part);
    const longest = Math.max(...parts.map((part) => part.length));
    expect(longest).toBeGreaterThan(12);
  });
});

describe('what the guides tell one to type exists', () => {
  const program = createProgram();
  const commands = new Map(allCommands(program).map((command) => [pathOf(command), command]));
  const typed = guides.flatMap((guide) =>
    [...read(guide).matchAll(/npm run tenant -- ([a-z-]+(?: [a-z]+)?)([^`\n]*)/g)].map(
      ([, path = '', rest = '']) => [path, rest] as const,
    ),
  );
  test.each(typed)('%s%s', (path, rest) => {
    const command = commands.get(path) ?? commands.get(path.split(' ')[0] ?? '');
    expect(command, path).toBeDefined();
    for (const option of rest.match(/--[a-z-]+/g) ?? []) {
      expect(command?.options.map(({ long }) => long)).toContain(option);
    }
  });
  test('and they are found from the README', () => {
    for (const guide of guides) expect(read('README.md')).toContain(`(${guide})`);
  });
});
