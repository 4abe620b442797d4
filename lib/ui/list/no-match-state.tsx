import type { Noun } from '../kit-types';
import { SoftLink } from '../shell/soft-link';
import { EmptyState } from './empty-state';

/** Nothing fits the search and the filters: what was asked for, and the way back. */
export function NoMatchState({ noun, query, filters, clearHref }: NoMatchProps) {
  const what = query ? `match “${query}”` : 'match these filters';
  return (
    <EmptyState
      icon="no-match"
      tone="plain"
      title={`No ${noun.other} ${what}`}
      act={
        <SoftLink href={clearHref} className="button plain">
          {filters > 0 ? 'Clear filters' : 'Clear search'}
        </SoftLink>
      }
    >
      {hint(query, filters)}
    </EmptyState>
  );
}

interface NoMatchProps {
  noun: Noun;
  query?: string;
  /** How many filters are on. */
  filters: number;
  clearHref: string;
}

function hint(query: string | undefined, filters: number): string {
  if (!query) return 'Take one away to see more.';
  if (filters === 0) return 'Check the spelling, or try fewer words.';
  return filters === 1 ? 'One filter is also on.' : `${filters} filters are also on.`;
}
