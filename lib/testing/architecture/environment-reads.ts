import { listImports } from './list-imports';
import { isNode, isTest, type Rule, type SourceFile, visitNodes } from './source-file';

const readers = [
  // The launcher is .mjs; what is TypeScript there stands in for other programs in its tests.
  /^lib\/cli\/launcher\//,
  /^lib\/env(-edge)?\.ts$/,
  /^lib\/(cli|embedded)\/.*\.mjs$/,
  /^lib\/testing\//,
  /(^|\/)[\w-]+\.config\.(ts|mjs)$/,
];

/** The environment is read once, checked, in lib/env.ts; the launcher runs before there is one. */
export const environmentReads: Rule = (files) =>
  files
    .filter((file) => !isTest(file.path) && !readers.some((reader) => reader.test(file.path)))
    .filter((file) => readsEnvironment(withoutRuntime(file)))
    .map((file) => `${file.path} reads process.env`);

/** Next replaces these very words at build, so they cannot stand anywhere else. */
function withoutRuntime(file: SourceFile): SourceFile {
  if (file.path !== 'instrumentation.ts') return file;
  return { ...file, source: file.source.replaceAll('process.env.NEXT_RUNTIME', "''") };
}

function readsEnvironment(file: SourceFile): boolean {
  let reads = listImports(file).some(
    ({ specifier }) => specifier === '@next/env' || specifier === 'dotenv',
  );
  visitNodes(file, (node) => {
    if (node.type === 'MemberExpression' && isName(node.property, 'env')) {
      reads ||= isProcess(node.object) || isMeta(node.object);
    }
    if (node.type === 'VariableDeclarator' && isProcess(node.init)) {
      reads ||= isNode(node.id) && node.id.type === 'ObjectPattern';
    }
    if (node.type === 'ImportDeclaration' && /^(node:)?process$/.test(sourceOf(node.source))) {
      reads ||= (node.specifiers as { imported?: unknown }[]).some((one) =>
        isName(one.imported, 'env'),
      );
    }
  });
  return reads;
}

function isProcess(node: unknown): boolean {
  if (!isNode(node)) return false;
  return isName(node, 'process') || (node.type === 'MemberExpression' && isProcess(node.property));
}

function isMeta(node: unknown): boolean {
  return isNode(node) && node.type === 'MetaProperty';
}

function isName(node: unknown, name: string): boolean {
  if (!isNode(node)) return false;
  return node.type === 'Identifier' ? node.name === name : node.value === name;
}

function sourceOf(node: unknown): string {
  return isNode(node) && typeof node.value === 'string' ? node.value : '';
}
