import { AppError } from '../../errors';

/** No such row of this tenant. Whether another tenant has it is not told (S2.43). */
export class RowNotFound extends AppError {
  constructor() {
    super('not_found', 'There is no such item.');
    this.name = 'RowNotFound';
  }
}

/** A change of a version that is no longer the newest. Nothing was written. */
export class RowChanged extends AppError {
  constructor() {
    super('conflict', 'Somebody has changed this item since you opened it.');
    this.name = 'RowChanged';
  }
}

/** A value that must be unique is there already. */
export class RowTaken extends AppError {
  constructor(options?: ErrorOptions) {
    super('conflict', 'Another item has one of these values already.', options);
    this.name = 'RowTaken';
  }
}

/** Puts PostgreSQL's refusal of a key into our words; anything else is passed on. */
export function throwTaken(error: unknown): never {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ((current as { code?: unknown }).code === '23505') throw new RowTaken({ cause: error });
  }
  throw error;
}
