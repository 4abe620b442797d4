import type { MemberContext } from '../../auth/viewer';
import { askHealth } from '../../search/elasticsearch/ask-health';
import { countDocuments } from '../../search/elasticsearch/count-documents';
import { hasElasticsearch } from '../../search/elasticsearch/elasticsearch-client';
import { type IndexState, readIndexState } from '../../search/indexing/index-state';
import { isBuildAsked } from '../../search/indexing/is-build-asked';
import { readIndexFigures } from '../../search/indexing/read-index-figures';
import { listRefused, type RefusedPost } from './list-refused';

/** How the tenant's index in Elasticsearch stands, as its people see it. */
export interface SearchIndexView {
  /** Why Elasticsearch cannot be asked, or null. PostgreSQL then answers. */
  away: string | null;
  phase: 'none' | 'building' | 'ready' | 'fault';
  /** Somebody has asked for a new one. */
  isAsked: boolean;
  /** What answers, as far as there is one. */
  hasLive: boolean;
  /** Why the last attempt ended, in words. */
  fault: string | null;
  builtAt: Date | null;
  checkedAt: Date | null;
  /** What the last comparison found. */
  drift: number | null;
  /** In the database, without the trash. */
  posts: number;
  /** In the index; null where that is not known. */
  indexed: number | null;
  waiting: number;
  refused: number;
  /** The first of them. */
  refusedPosts: RefusedPost[];
}

/** @returns null where PostgreSQL searches, whose index is part of the database. */
export async function readSearchIndex(ctx: MemberContext): Promise<SearchIndexView | null> {
  if (!hasElasticsearch()) return null;
  const [health, state, figures, refusedPosts, isAsked] = await Promise.all([
    askHealth(),
    readIndexState(ctx),
    readIndexFigures(ctx),
    listRefused(ctx),
    ctx.db.read((tx) => isBuildAsked(tx)),
  ]);
  const away = health.status === 'down' ? health.words : null;
  const hasLive = Boolean(state?.liveIndex);
  const indexed = hasLive && !away ? await countDocuments(ctx.tenant.id) : null;
  const { fault = null, builtAt = null, checkedAt = null, drift = null } = state ?? {};
  return {
    ...{ away, phase: phaseOf(state, isAsked), isAsked, hasLive, fault, builtAt, checkedAt, drift },
    ...{ ...figures, indexed, refusedPosts },
  };
}

function phaseOf(state: IndexState | null, isAsked: boolean): SearchIndexView['phase'] {
  // An attempt that goes on with what a former one has left.
  if (state?.nextIndex && isAsked) return 'building';
  if (state?.fault) return 'fault';
  if (state?.nextIndex) return 'building';
  return state?.liveIndex ? 'ready' : 'none';
}
