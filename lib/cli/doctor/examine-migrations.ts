import { listPending } from '../../db/migrate';
import { type Examination, fault } from './diagnosis';

/** The database has what this release needs, and nothing that was applied has been changed. */
export const examineMigrations: Examination = {
  name: 'migrations',
  comesFirst: true,
  run: async ({ owner }) => {
    try {
      const pending = await listPending(owner);
      if (pending.length === 0) return [];
      const remedy = 'Run `npm run db:migrate`.';
      return [fault(`The database is behind: ${pending.join(', ')}.`, remedy)];
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      return [
        fault(what, 'Run the release that the database was made with, or restore the files.'),
      ];
    }
  },
};
