import { runVitest } from './run-vitest.mjs';

/** Tests of single files, the house rules among them. */
export const unit = {
  name: 'unit',
  about: 'unit tests and the house rules, without services',
  needs: ['install'],
  run: (context) => runVitest('unit', ['unit', 'ui'], { coverage: wantsCoverage(context) }),
};

/** Tests that need a PostgreSQL: an embedded one, or the one DATABASE_ADMIN_URL names. */
export const integration = {
  name: 'integration',
  about: 'tests against a real PostgreSQL (embedded, or DATABASE_ADMIN_URL)',
  needs: ['install'],
  run: (context) =>
    runVitest('integration', ['db'], {
      coverage: wantsCoverage(context),
      env: { TENANTRY_SCRATCH: context.scratch },
      minutes: 15,
    }),
};

/** Tests with a real Elasticsearch, where Java and Maven can make one; else they are skipped, with the reason. */
export const search = {
  name: 'search',
  about: 'tests against a real Elasticsearch from Maven Central (or ELASTICSEARCH_TEST_URL)',
  needs: ['install'],
  run: (context) =>
    runVitest('search', ['es'], { env: { TENANTRY_SCRATCH: context.scratch }, minutes: 15 }),
};

/** Tests of `npm start` itself. */
export const launcher = {
  name: 'launcher',
  about: 'tests that start and stop whole processes',
  needs: ['install'],
  run: (context) =>
    runVitest('launcher', ['launcher'], {
      env: { TENANTRY_SCRATCH: context.scratch },
      minutes: 15,
    }),
};

/** Without the integration tests the figure would say nothing, and it costs time. */
function wantsCoverage({ selected }) {
  return selected.has('coverage');
}
