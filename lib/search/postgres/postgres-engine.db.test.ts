import { afterAll, beforeAll } from 'vitest';
import { describeEngine } from '../../testing/search/engine-suite';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { postgresEngine } from './postgres-engine';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());

describeEngine('postgres', () => ({ ...tenants, engine: postgresEngine, settle: async () => {} }));
