import { inspectCatalog } from '../../db/catalog/inspect-catalog';
import { type Examination, fault } from './diagnosis';

/** Every table has its wall, every key its tenant, every function its limits. */
export const examineRowSecurity: Examination = {
  name: 'row security',
  run: async ({ owner }) => {
    const faults = await inspectCatalog(owner);
    return faults.map(({ kind, object }) =>
      fault(
        `${object}: ${kind.replaceAll('-', ' ')}.`,
        'Compare it with its migration in drizzle/, and put it back as it stands there.',
      ),
    );
  },
};
