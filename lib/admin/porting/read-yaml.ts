import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar } from 'yaml';
import type { FileFault } from './post-file';

/** One entry of a front matter: a text, or a list of texts. */
export interface YamlEntry {
  key: string;
  value: string | string[];
  line: number;
}

const longest = 50_000;

/**
 * Reads YAML as a front matter has it: names with a text or a list of texts. Every value is the text
 * that was written, so that `007` stays one; an empty one and `null` are the empty text. Anchors,
 * tags of types and deeper structures are refused or left out, never followed.
 *
 * @param firstLine - of the file, for faults.
 */
export function readYaml(
  yaml: string,
  firstLine: number,
): { entries: YamlEntry[]; faults: FileFault[] } {
  if (yaml.length > longest) {
    return { entries: [], faults: [{ message: 'The front matter is too long.' }] };
  }
  const lines = new LineCounter();
  const document = parse(yaml, lines);
  if (!document) {
    return {
      entries: [],
      faults: [{ line: firstLine, message: 'The front matter nests too deep.' }],
    };
  }
  const lineAt = (offset = 0) => firstLine + Math.max(0, lines.linePos(offset).line - 1);
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lineAt(pos[0]),
    message: `The front matter is not valid YAML: ${message.split('\n')[0]}`,
  }));
  if (faults.length > 0) return { entries: [], faults: faults.slice(0, 3) };
  if (document.contents === null) return { entries: [], faults };
  if (!isMap(document.contents)) {
    return {
      entries: [],
      faults: [{ line: firstLine, message: 'The front matter is no list of names and values.' }],
    };
  }
  const entries: YamlEntry[] = [];
  const known = new Set<string>();
  for (const { key, value } of document.contents.items) {
    const line = lineAt(isScalar(key) ? key.range?.[0] : 0);
    if (isAlias(value) || isAlias(key)) {
      faults.push({ line, message: 'Anchors and aliases of YAML are not taken.' });
      continue;
    }
    const name = textOf(key);
    if (known.has(name)) {
      const message = 'The front matter is not valid YAML: Map keys must be unique';
      return { entries: [], faults: [{ line, message }] };
    }
    known.add(name);
    entries.push({ key: name, value: entryValue(value), line });
  }
  return { entries, faults };
}

function parse(yaml: string, lineCounter: LineCounter) {
  try {
    return parseDocument(yaml, {
      ...{ schema: 'failsafe', version: '1.2', lineCounter, prettyErrors: false },
      // The parser compares each name with all before it: thousands of them would take seconds.
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function entryValue(value: unknown): string | string[] {
  if (isSeq(value)) return value.items.map(textOf).filter((text) => text !== '');
  // As `author: { name: Ada }` has it.
  if (isMap(value)) return textOf(value.get('name', true) ?? value.get('title', true));
  return textOf(value);
}

function textOf(node: unknown): string {
  if (isMap(node)) return textOf(node.get('name', true) ?? node.get('title', true));
  if (!isScalar(node)) return '';
  const text = String(node.value ?? '');
  const isNull = node.type === Scalar.PLAIN && /^(~|null)$/i.test(text);
  return isNull ? '' : text;
}
