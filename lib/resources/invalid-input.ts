import { AppError } from '../errors';

/** Everything wrong with an input, in words for the person who gave it. */
export interface FieldErrors {
  fields: Record<string, string[]>;
  /** What belongs to no field. */
  general: string[];
}

/** An input that cannot be saved. Carries all its faults at once. */
export class InvalidInput extends AppError {
  constructor(
    readonly errors: FieldErrors,
    options?: ErrorOptions,
  ) {
    super('bad_input', summaryOf(errors), options);
    this.name = 'InvalidInput';
  }
}

/** One fault of one field. */
export function invalidField(field: string, message: string, options?: ErrorOptions): InvalidInput {
  return new InvalidInput({ fields: { [field]: [message] }, general: [] }, options);
}

function summaryOf({ fields, general }: FieldErrors): string {
  return [...general, ...Object.values(fields).flat()].join(' ') || 'This cannot be saved.';
}
