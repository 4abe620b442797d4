import { poolSchema } from '../../db/roles';
import { SchemaError } from '../../errors';
import type { IsolationStrategy } from './isolation-strategy';

/**
 * The default placement: every tenant's rows in the one shared schema, which migrations keep up to
 * date for all. There is no room to make, and none to clear away.
 */
export const rowStrategy: IsolationStrategy = {
  kind: 'row',
  schemaFor: ({ schemaName }) => {
    if (schemaName === '' || schemaName === poolSchema) return poolSchema;
    throw new SchemaError(
      'schemaName',
      `Rows stand in the shared schema “${poolSchema}”. Leave the name out.`,
    );
  },
  create: async () => {},
  undoCreate: async () => {},
};
