import type { Choice } from '../kit-types';

/** One thing a list can be narrowed by. */
export interface FilterField {
  name: string;
  label: string;
  kind: 'select' | 'text' | 'number' | 'date';
  choices?: Choice[];
  value: string;
}

/** The input of a filter; empty means any. */
export function FilterControl({ name, label, kind, choices = [], value }: FilterField) {
  const id = `filter-${name}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {kind === 'select' ? (
        <select key={value} id={id} name={name} className="input select" defaultValue={value}>
          <option value="">Any</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input key={value} id={id} name={name} type={kind} className="input" defaultValue={value} />
      )}
    </div>
  );
}
