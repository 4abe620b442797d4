import { listImports } from './list-imports';
import { isTest, type Rule } from './source-file';

const places = [
  /^app\//,
  /^lib\/(api|auth|cache)\//,
  // The other half of middleware.ts, which itself stays under 40 lines.
  /^lib\/tenancy\/edge-response\.ts$/,
  /^(middleware|instrumentation|next\.config)\.ts$/,
];

/** Next is an outer layer: domain code must run in the CLI and in workers too. */
export const nextImports: Rule = (files) =>
  files
    .filter((file) => !isTest(file.path) && !places.some((place) => place.test(file.path)))
    .flatMap((file) =>
      listImports(file)
        .filter(({ specifier }) => /^next($|\/)/.test(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
