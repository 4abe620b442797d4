import type { ReactNode } from 'react';
import { type ListQuery, listAddress, readListQuery } from '@/lib/resources/list-query';
import { listRecords } from '@/lib/resources/list-records';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { FilterBar } from '@/lib/ui/list/filter-bar';
import { NoMatchState } from '@/lib/ui/list/no-match-state';
import { Notice } from '@/lib/ui/list/notice';
import { Pager } from '@/lib/ui/list/pager';
import { ViewTabs } from '@/lib/ui/list/view-tabs';
import { PageHead } from '@/lib/ui/shell/page-head';
import { DoneFlash } from './done-flash';
import { filterFields } from './filter-fields';
import { bulkActs, rightsOf } from './list-acts';
import { ListEmpty } from './list-empty';
import { ListActs } from './list-head';
import { listHref } from './list-href';
import { ListPanel } from './list-panel';
import { nounOf } from './nouns';
import { rightsWords } from './rights-words';
import type { Place, Query, ResourceLook, ScreenActions } from './screen-types';
import { sortOf, tableColumns } from './table-columns';
import { tableRows } from './table-rows';

export interface ListScreenProps {
  ctx: ResourceContext;
  resource: Resource;
  place: Place;
  query: Query;
  actions: Pick<ScreenActions, 'list'>;
  look?: ResourceLook;
  /** More buttons of the page, before its own. */
  headActs?: ReactNode;
  /** What stands between the heading and the list. */
  above?: ReactNode;
}

/**
 * The list of a resource: filters, sorting, pages, bulk acts and trash, all of its state in the
 * address (D2-D4, D7, D17). One transaction reads all it shows.
 */
export async function ListScreen({
  ctx,
  resource,
  place,
  query: given,
  actions,
  look = {},
  headActs,
  above,
}: ListScreenProps) {
  const { done: _done, at: _at, undo: _undo, ...params } = given;
  const query = readListQuery(resource, params);
  const { page, bar } = await together(ctx, resource, async () => ({
    page: await listRecords(ctx, resource, query),
    bar: await filterFields(ctx, resource, query, { place, look }),
  }));
  const rights = rightsOf(ctx, resource);
  const noun = nounOf(resource);
  const total = { count: page.total.count, exact: page.total.kind === 'exact' };
  const isNarrowed = query.q !== '' || Object.keys(query.filters).length > 0;
  const address = (change: Partial<ListQuery>) =>
    listHref(place.base, resource, { ...query, ...change });
  const notices = [...new Set([...query.notices, ...page.notices])];
  return (
    <>
      <PageHead
        title={resource.label}
        lead={rightsWords(resource, rights, query.trash)}
        actions={<ListActs {...{ resource, place, query, rights, headActs }} />}
      />
      <DoneFlash query={given} resource={resource} base={place.base} action={actions.list} />
      {above}
      {notices.length > 0 ? (
        <div className="list-told">
          <Notice tone="info">{notices.join(' ')}</Notice>
        </div>
      ) : null}
      <ListPanel
        caption={query.trash ? `${resource.label} in the trash` : resource.label}
        noun={noun}
        title={{
          label: resource.fields[resource.title]?.label ?? 'Name',
          sort: sortOf(resource, query, place, resource.title),
        }}
        columns={tableColumns(resource, query, place)}
        rows={tableRows({
          resource,
          records: page.records,
          place,
          look,
          rights,
          trash: query.trash,
        })}
        action={actions.list}
        resource={resource.name}
        base={place.base}
        hidden={{
          _resource: resource.name,
          _query: listAddress(resource, { ...query, after: null, before: null }),
        }}
        bulk={bulkActs(resource, rights, query.trash)}
        total={total}
        views={
          resource.has.trash ? (
            <ViewTabs
              label={`Views of ${noun.other}`}
              tabs={viewTabs(resource, place, query.trash)}
            />
          ) : undefined
        }
        filter={
          <FilterBar
            action={place.base}
            search={
              resource.search.length > 0
                ? { value: query.q, label: `Search ${noun.other}` }
                : undefined
            }
            filters={bar.filters}
            active={bar.active}
            clearHref={address({ q: '', filters: {}, after: null, before: null })}
            hidden={keptHidden(resource, query)}
          />
        }
        pager={
          page.records.length > 0 ? (
            <Pager
              shown={page.records.length}
              noun={noun}
              total={total}
              newerHref={
                page.previous ? address({ before: page.previous, after: null }) : undefined
              }
              olderHref={page.next ? address({ after: page.next, before: null }) : undefined}
              labels={pagerLabels(query)}
            />
          ) : undefined
        }
        empty={
          page.records.length > 0 ? undefined : isNarrowed ? (
            <NoMatchState
              noun={noun}
              query={query.q || undefined}
              filters={Object.keys(query.filters).length}
              clearHref={address({ q: '', filters: {}, after: null, before: null })}
            />
          ) : (
            <ListEmpty {...{ resource, place, look, rights, trash: query.trash }} />
          )
        }
      />
    </>
  );
}

/** Reads in one transaction, unless the resource has to write before its list is read. */
function together<T>(
  ctx: ResourceContext,
  { hooks }: Resource,
  read: () => Promise<T>,
): Promise<T> {
  return hooks.beforeList ? read() : ctx.db.read(read);
}

function viewTabs(resource: Resource, { base }: Place, trash: boolean) {
  return [
    { href: base, label: `All ${nounOf(resource).other}`, current: !trash },
    { href: `${base}?trash=1`, label: 'Trash', current: trash },
  ];
}

/** What a search keeps of the address besides its own fields. */
function keptHidden(resource: Resource, { sort, trash }: ListQuery): Record<string, string> {
  return {
    ...(sort === resource.sort ? {} : { sort }),
    ...(trash ? { trash: '1' } : {}),
  };
}

/** Lists by time have newer and older pages, all others earlier and later ones. */
function pagerLabels({ sort }: ListQuery) {
  if (sort.endsWith('At') && sort.startsWith('-')) return undefined;
  return { newer: 'Previous', older: 'Next' };
}
