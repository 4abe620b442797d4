import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseEnvFile, readEnvironment } from './read-env-files.mjs';

it('reads names, quotes, comments and export', () => {
  const text = [
    'A=1',
    ' export B = "two words" # why',
    "C='#3'",
    '# D=4',
    'E=5 # five',
    'F=',
    'nonsense',
  ];
  expect(parseEnvFile(text.join('\r\n'))).toEqual({
    A: '1',
    B: 'two words',
    C: '#3',
    E: '5',
    F: '',
  });
});

it('lets the shell win, then the most specific file, and takes empty for absent', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
  const file = (name: string, body: string) => writeFileSync(path.join(root, name), body);
  file('.env', 'A=env\nB=env\nC=env\nE=\n');
  file('.env.local', 'B=local\nC=local\n');
  file('.env.production.local', 'C=production\n');
  const env = { A: 'shell', B: undefined, D: '' };
  expect(readEnvironment(root, { dev: false, env })).toEqual({
    A: 'shell',
    B: 'local',
    C: 'production',
  });
  expect(readEnvironment(root, { dev: true, env })).toEqual({ A: 'shell', B: 'local', C: 'local' });
  rmSync(root, { recursive: true });
});
