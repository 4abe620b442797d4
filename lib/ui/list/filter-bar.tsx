import type { ReactNode } from 'react';
import { AskForm } from '../form/ask-form';
import { HiddenFields } from '../form/hidden-fields';
import { Icon } from '../icon';
import type { Hidden } from '../kit-types';
import { SoftLink } from '../shell/soft-link';
import { FilterChips } from './filter-chips';
import { FilterControl, type FilterField } from './filter-control';

/**
 * Search and filters of a list, as a form that only asks: what is chosen stands in the address
 * (D1). Filters that are on read as sentences with a way to take each away.
 */
export function FilterBar(props: FilterBarProps) {
  const { action, search, filters = [], active = [], clearHref, hidden, children } = props;
  return (
    <div className="filters">
      <AskForm action={action} className="filters-form">
        <HiddenFields fields={hidden} />
        {search ? <SearchBox {...search} /> : null}
        <FilterChips active={active} />
        {filters.length > 0 ? (
          <details className="filter-more">
            <summary className="button quiet small">
              <Icon name="filter" />
              <span className="wide-only">Filter</span>
              <span className="narrow-only">{narrowWords(active.length)}</span>
            </summary>
            <div className="filter-pop">
              {filters.map((filter) => (
                <FilterControl key={filter.name} {...filter} />
              ))}
              <div className="filter-acts">
                <button type="submit" className="button primary">
                  Apply filters
                </button>
                {clearHref && active.length > 0 ? (
                  <SoftLink href={clearHref} className="button quiet">
                    Clear filters
                  </SoftLink>
                ) : null}
              </div>
            </div>
          </details>
        ) : null}
      </AskForm>
      {children ? <div className="filters-side">{children}</div> : null}
    </div>
  );
}

export interface FilterBarProps {
  /** Path of the list. */
  action: string;
  search?: SearchFacts;
  filters?: FilterField[];
  /** What is on now, as sentences: "State is" "draft". */
  active?: { label: string; words: string; removeHref: string }[];
  clearHref?: string;
  /** What else the address says, as the sort. */
  hidden?: Hidden;
  /** Right of it all. */
  children?: ReactNode;
}

interface SearchFacts {
  name?: string;
  value: string;
  label: string;
}

function SearchBox({ name = 'q', value, label }: SearchFacts) {
  return (
    <search className="filter-search">
      <label className="input joined">
        <Icon name="search" />
        <span className="sr-only">{label}</span>
        {/* A new search in the address is a new text in the box. */}
        <input
          key={value}
          type="search"
          name={name}
          className="bare"
          defaultValue={value}
          placeholder={label}
          maxLength={200}
        />
      </label>
    </search>
  );
}

function narrowWords(count: number): string {
  if (count === 0) return 'Filter';
  return count === 1 ? '1 filter' : `${count} filters`;
}
