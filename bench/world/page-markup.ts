import { XMLParser } from 'fast-xml-parser';

/** A node of a page: a text, or an element with its attributes and children. */
export type MarkupNode = string | { tag: string; attributes: Attributes; children: MarkupNode[] };
type Attributes = Record<string, string | Record<string, string>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  attributesGroupName: '',
  allowBooleanAttributes: true,
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
  unpairedTags: ['meta', 'link', 'br', 'hr', 'img', 'input', 'source', 'wbr'],
});

/**
 * Reads the markup of a page that React rendered, so that another page can be rendered with the
 * same: what stands in its body and, of its head, what the page says about itself. Scripts and
 * style sheets are left out, since the other page brings its own.
 *
 * @throws Error when the page has no body.
 */
export function readPageMarkup(html: string): MarkupNode[] {
  const plain = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/^<!doctype[^>]*>/i, '');
  const document = toNodes(parser.parse(plain) as ParsedNode[]);
  const body = findElement(document, 'body');
  if (!body) throw new Error('The page has no body.');
  const head = findElement(document, 'head')?.children ?? [];
  return [...head.filter(saysSomething), ...body.children];
}

type ParsedNode = Record<string, unknown>;

function toNodes(parsed: readonly ParsedNode[]): MarkupNode[] {
  return parsed.map((node): MarkupNode => {
    if ('#text' in node) return String(node['#text']);
    const tag = Object.keys(node).find((key) => key !== ':@') ?? '';
    const attributes = toAttributes((node[':@'] ?? {}) as Record<string, unknown>);
    return { tag, attributes, children: toNodes(node[tag] as ParsedNode[]) };
  });
}

/** The names React knows them by, where these differ and matter. */
function toAttributes(given: Record<string, unknown>): Attributes {
  const entries = Object.entries(given).map(([name, value]): [string, Attributes[string]] => {
    const text = value === true ? '' : String(value);
    if (name === 'class') return ['className', text];
    if (name === 'for') return ['htmlFor', text];
    return name === 'style' ? ['style', toStyle(text)] : [name, text];
  });
  return Object.fromEntries(entries);
}

function toStyle(text: string): Record<string, string> {
  const rules = text.split(';').filter((rule) => rule.includes(':'));
  return Object.fromEntries(
    rules.map((rule) => {
      const colon = rule.indexOf(':');
      const name = rule.slice(0, colon).trim();
      const known = name.startsWith('--')
        ? name
        : name.replace(/-(\w)/g, (_, c) => c.toUpperCase());
      return [known, rule.slice(colon + 1).trim()];
    }),
  );
}

function findElement(nodes: readonly MarkupNode[], tag: string) {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.tag === tag) return node;
    const inside =
      node.tag === 'html' ? node.children.find((child) => isTag(child, tag)) : undefined;
    if (inside && typeof inside !== 'string') return inside;
  }
  return undefined;
}

function isTag(node: MarkupNode, tag: string): boolean {
  return typeof node !== 'string' && node.tag === tag;
}

/** Character set and viewport are the framework's and come again by themselves. */
function saysSomething(node: MarkupNode): boolean {
  if (typeof node === 'string') return false;
  const { tag, attributes } = node;
  if (tag === 'meta')
    return !('charSet' in attributes || 'charset' in attributes || attributes.name === 'viewport');
  if (tag === 'link') return !['stylesheet', 'preload', 'expect'].includes(String(attributes.rel));
  return tag === 'title' || tag === 'style';
}
