import { Icon } from '../icon';
import { SoftLink } from '../shell/soft-link';

/** The filters that are on, as sentences. */
export function FilterChips({ active }: { active: FilterChip[] }) {
  return active.map(({ label, words, removeHref }) => (
    <span key={`${label}${words}`} className="chip">
      <span>
        {label} <b>{words}</b>
      </span>
      <SoftLink href={removeHref} className="chip-off">
        <span className="sr-only">
          Remove the filter {label} {words}
        </span>
        <Icon name="close" size={14} />
      </SoftLink>
    </span>
  ));
}

interface FilterChip {
  label: string;
  words: string;
  removeHref: string;
}
