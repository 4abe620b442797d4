import { afterAll, beforeAll } from 'vitest';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { describeEngine } from '../testing/engine-suite';
import { postgresEngine } from './postgres-engine';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());

describeEngine('postgres', () => ({ ...tenants, engine: postgresEngine, settle: async () => {} }));
