import { Icon } from '../icon';

/** What is wrong with one field, under it. */
export function FieldError({ id, children }: { id: string; children?: string }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="alert" size={14} />
      <span>{children}</span>
    </p>
  );
}
