import { createAppClient } from '../../db/client';
import { askHealth } from '../../search/elasticsearch/ask-health';
import { describeFault } from '../../search/elasticsearch/describe-fault';
import { indexNames } from '../../search/elasticsearch/index-names';
import { compareIndex } from '../../search/indexing/compare-index';
import { readIndexState } from '../../search/indexing/index-state';
import { targetOf } from '../../search/indexing/next-index';
import { readIndexFigures } from '../../search/indexing/read-index-figures';
import { runAsTenant } from '../../tenancy/run-as-tenant';
import type { TenantContext } from '../../tenancy/tenant';
import { type Examination, type Finding, fault, warning } from './diagnosis';

const most = 40;

/**
 * Where Elasticsearch is to search: it answers, every tenant's index could be made, has got what was
 * changed, and holds what the database does.
 */
export const examineSearch: Examination = {
  name: 'search',
  run: async ({ owner, appUrl }) => {
    const health = await askHealth();
    if (health.status === 'off') return [];
    const isAway = health.status === 'down';
    const found: Finding[] = isAway ? [away(health.words)] : [];
    const rows = await owner`
      select t.id from platform.search_indexes i join platform.tenants t on t.id = i.tenant_id
      where t.status <> 'deleted' order by t.slug`;
    const client = createAppClient(appUrl, { max: 2 });
    try {
      for (const { id } of rows) {
        if (found.length >= most) break;
        found.push(...(await runAsTenant(id as string, (ctx) => examine(ctx, isAway), { client })));
      }
    } finally {
      await client.end();
    }
    return found;
  },
};

function away(words: string): Finding {
  const remedy =
    'See that the server runs and that ELASTICSEARCH_URL and ELASTICSEARCH_API_KEY are right.';
  return fault(`${words} PostgreSQL answers searches instead; changes wait.`, remedy);
}

async function examine(ctx: TenantContext, isAway: boolean): Promise<Finding[]> {
  const { slug } = ctx.tenant;
  const state = await readIndexState(ctx);
  const { late, refused } = await readIndexFigures(ctx);
  const found: Finding[] = [];
  if (state?.fault) {
    const what = `The search index of ${slug} could not be made: ${state.fault}`;
    found.push(fault(what, `Mend that, then \`npm run tenant -- reindex --tenant ${slug}\`.`));
  }
  if (refused > 0) {
    const what = `The search engine refuses ${refused} ${refused === 1 ? 'post' : 'posts'} of ${slug}: they are not found.`;
    const remedy = 'The tenant’s admin names them under Search, with the reason.';
    found.push(warning(what, remedy));
  }
  if (isAway || !state?.liveIndex) return found;
  // While an index is being filled, all of it waits.
  if (late > 0 && !state.nextIndex) {
    const what = `${late} ${late === 1 ? 'change' : 'changes'} of ${slug} should have been sent to the search engine more than 10 minutes ago.`;
    const remedy =
      'Start the application with WORKER=on, or let a scheduler call /api/cron with CRON_SECRET.';
    found.push(fault(what, remedy));
  }
  return [...found, ...(await examineIndex(ctx, state.liveIndex))];
}

async function examineIndex(ctx: TenantContext, index: string): Promise<Finding[]> {
  const { id, slug } = ctx.tenant;
  const { live, isCurrent } = indexNames(id);
  const again = `npm run tenant -- reindex --tenant ${slug}`;
  try {
    if ((await targetOf(live)) === null) {
      const what = `The search engine has lost the index of ${slug}: PostgreSQL answers instead.`;
      return [fault(what, `Make it anew: \`${again}\`.`)];
    }
    if (!isCurrent(index)) {
      const what = `The search index of ${slug} was made with the mapping of another version.`;
      return [
        warning(
          what,
          `It is made anew with the next change or in the night, or at once by \`${again}\`.`,
        ),
      ];
    }
    const { stale, extra } = await compareIndex(ctx, live);
    const wrong = stale.length + extra.length;
    if (wrong === 0) return [];
    const what = `The search index of ${slug} differs from its posts in ${wrong} ${wrong === 1 ? 'place' : 'places'}.`;
    return [warning(what, `Repair it: \`${again} --repair\`.`)];
  } catch (error) {
    const words = describeFault(error)?.words;
    if (!words) throw error;
    return [fault(`The search index of ${slug} could not be looked at: ${words}`, `\`${again}\``)];
  }
}
