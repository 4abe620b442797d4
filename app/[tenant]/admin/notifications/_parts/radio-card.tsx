import { formatNumber } from '@/lib/ui/format-count';

/** One of a few ways, as a card to choose; `count` is how many people it means. */
export function RadioCard({ name, value, label, count, isChosen }: RadioCardProps) {
  return (
    <label className="radio-card">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} />
      <span className="radio-label">{label}</span>
      {count === undefined ? null : (
        <span className="count">
          {formatNumber(count)}
          <span className="sr-only"> {count === 1 ? 'person' : 'people'}</span>
        </span>
      )}
    </label>
  );
}

interface RadioCardProps {
  name: string;
  value: string;
  label: string;
  count?: number;
  isChosen: boolean;
}
