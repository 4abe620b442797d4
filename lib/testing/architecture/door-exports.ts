import { isNode, parseFile, type SourceFile, type SyntaxNode } from './source-file';

/** Something a file exports, and whether it is what a door gave. */
export interface DoorExport {
  name: string;
  throughDoor: boolean;
}

/** Names of functions a file imports from lib/api that are doors by their name. */
export function importedDoors(file: SourceFile, shape: RegExp): string[] {
  return statements(file)
    .filter((node) => node.type === 'ImportDeclaration' && isFromApi(node.source))
    .flatMap((node) => (node.specifiers as { local: { name: string } }[]).map((one) => one.local))
    .map(({ name }) => name)
    .filter((name) => shape.test(name));
}

/** Everything a file exports by name: `const x = door(...)` is through a door, all else is not. */
export function doorExports(file: SourceFile, doors: string[]): DoorExport[] {
  const made = new Set(
    statements(file)
      .map((node) => (isNode(node.declaration) ? node.declaration : node))
      .flatMap(declarators)
      .filter(({ init }) => isNode(init) && init.type === 'CallExpression' && isNode(init.callee))
      .filter(({ init }) => doors.includes(String((init as { callee: SyntaxNode }).callee.name)))
      .map(({ id }) => String(id.name)),
  );
  return statements(file)
    .filter((node) => node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type')
    .flatMap((node) => exportedNames(node))
    .map(({ name, local }) => ({ name, throughDoor: made.has(local) }));
}

/** The directives at the top of a file, as 'use server'. */
export function fileDirectives(file: SourceFile): string[] {
  return statements(file).flatMap(({ directive }) => (directive ? [String(directive)] : []));
}

/** True when a file exports by default, or passes on everything another file exports. */
export function defaultExport(file: SourceFile): boolean {
  return statements(file).some(({ type }) => /^Export(Default|All)Declaration$/.test(type));
}

function exportedNames(node: SyntaxNode): { name: string; local: string }[] {
  const { declaration } = node;
  if (isNode(declaration)) {
    const ids = isNode(declaration.id)
      ? [declaration.id]
      : declarators(declaration).map(({ id }) => id);
    return ids.map(({ name }) => ({ name: String(name), local: String(name) }));
  }
  const specifiers = node.specifiers as { exported: { name: string }; local: { name: string } }[];
  const isOwn = !isNode(node.source);
  return specifiers.map(({ exported, local }) => ({
    name: exported.name,
    local: isOwn ? local.name : '',
  }));
}

function declarators(node: SyntaxNode): { id: SyntaxNode; init: unknown }[] {
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations as { id: SyntaxNode; init: unknown }[];
}

function statements(file: SourceFile): SyntaxNode[] {
  return (parseFile(file).body as unknown[]).filter(isNode);
}

function isFromApi(source: unknown): boolean {
  return isNode(source) && String(source.value).startsWith('@/lib/api/');
}
