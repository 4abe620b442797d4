import { isNode, isTest, type Rule, type SourceFile, visitNodes } from './source-file';

const parts = ['url', 'origin', 'host', 'hostname', 'href', 'port', 'protocol'];

/**
 * Behind the rewrite a request's own address is `http://localhost:PORT/...` on every host, so an
 * address built from it leads elsewhere. Pages and routes take the tenant's origin instead.
 */
export const requestAddresses: Rule = (files) =>
  files
    .filter(({ path }) => !isTest(path) && (path.startsWith('app/') || path.startsWith('lib/api/')))
    .flatMap((file) => addressReads(file).map((what) => `${file.path} reads ${what}`));

function addressReads(file: SourceFile): string[] {
  const found: string[] = [];
  visitNodes(file, (node) => {
    if (node.type !== 'MemberExpression' || !isNode(node.property) || !isNode(node.object)) return;
    const owner = nameOf(node.object);
    const part = String(node.property.name);
    const isRequest = part === 'url' && /^(request|req)$/.test(owner);
    if (isRequest || (owner === 'nextUrl' && parts.includes(part))) found.push(`${owner}.${part}`);
  });
  return found;
}

function nameOf(node: { type: string; [field: string]: unknown }): string {
  if (node.type === 'Identifier') return String(node.name);
  return isNode(node.property) ? String(node.property.name) : '';
}
