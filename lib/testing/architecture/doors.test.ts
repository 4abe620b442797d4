import { expect, test } from 'vitest';
import { doors } from './doors';
import type { SourceFile } from './source-file';

/** Files that go round a door, and what the rule must say of each. */
const violations: [SourceFile[], RegExp][] = [
  [[file('app/x/page.tsx', 'export default f;')], /calls none of/],
  [[route('export async function GET() {}')], /GET is not made/],
  [[route('export const GET = other(f);')], /GET is not made/],
  [
    [
      route(
        "export const GET = tenantRoute(f, { permission: 'public' });\nexport function POST() {}",
      ),
    ],
    /POST is not made/,
  ],
  [[route("export { GET } from './other';")], /GET is not made/],
  [[file('app/[tenant]/sitemap.ts', '')], /no door/],
  [
    [file('app/x/actions.ts', "'use server';\nexport async function save() {}")],
    /save is not made/,
  ],
  [
    [file('app/x/page.tsx', "async function save() {\n  'use server';\n}\ntenantPage(a, b);")],
    /inside a function/,
  ],
  [[file('app/x/actions.ts', "'use server';\nexport default save;")], /by default/],
  [[file('app/x/actions.ts', "'use server';\nexport * from './other';")], /by default/],
  [[file('lib/blog/a.ts', "'use server';\nexport const save = 1;")], /belong to app/],
  [[route('export const GET = tenantRoute(f);')], /tenantRoute names no permission/],
  [
    [route('export const GET = tenantRoute(f, { ...options });')],
    /tenantRoute names no permission/,
  ],
  [
    [route('export const GET = tenantRoute(f, { permission: undefined });')],
    /tenantRoute names no permission/,
  ],
  [
    [
      file(
        'app/x/actions.ts',
        "'use server';\nimport { tenantAction } from '@/lib/api/tenant-action';\nexport const save = tenantAction({ input }, run);",
      ),
    ],
    /tenantAction names no permission/,
  ],
];

test.each(violations)('violation %# is seen', (files, expected) => {
  expect(doors(files).join('\n')).toMatch(expected);
});

test('what names its right passes', () => {
  const action = "import { tenantAction } from '@/lib/api/tenant-action';\n";
  const right = [
    route("export const GET = tenantRoute(f, { permission: 'public' });"),
    file(
      'app/x/actions.ts',
      `'use server';\n${action}export const save = tenantAction({ permission: rightOf, input }, run);`,
    ),
  ];
  expect(doors(right)).toEqual([]);
});

function file(path: string, source: string): SourceFile {
  return { path, source };
}

function route(source: string): SourceFile {
  const door = "import { tenantRoute } from '@/lib/api/tenant-route';\n";
  return file('app/[tenant]/x/route.ts', door + source);
}
