import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The environment with what Next would read from the .env files, in its order: what is set wins,
 * then the most specific file. The launcher has to know a DATABASE_URL that stands in one of them.
 * An empty value counts as absent.
 * @param {string} root
 * @param {{ dev: boolean, env: Record<string, string | undefined> }} options
 * @returns {Record<string, string>}
 */
export function readEnvironment(root, { dev, env }) {
  const mode = dev ? 'development' : 'production';
  const files = [`.env.${mode}.local`, '.env.local', `.env.${mode}`, '.env'];
  const layers = files.map((name) => parseEnvFile(readIfThere(path.join(root, name))));
  const merged = Object.assign({}, ...layers.reverse(), withoutEmpty(env));
  return withoutEmpty(merged);
}

/**
 * @param {string} text lines of KEY=value, `export` and quotes allowed
 * @returns {Record<string, string>}
 */
export function parseEnvFile(text) {
  const found = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match) found[match[1]] = unquote(match[2]);
  }
  return found;
}

function unquote(value) {
  const quoted = /^(["'])(.*)\1/.exec(value);
  if (quoted) return quoted[1] === '"' ? quoted[2].replaceAll('\\n', '\n') : quoted[2];
  return value.replace(/\s+#.*$/, '');
}

function withoutEmpty(values) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
