import { access, constants, statfs } from 'node:fs/promises';
import { type Examination, fault, warning } from './diagnosis';

const gigabyte = 1024 ** 3;

/** There is room, and the folder of state can be written to. */
export const examineDisk: Examination = {
  name: 'disk',
  isApart: true,
  run: async ({ dataDir }) => {
    try {
      await access(dataDir, constants.W_OK);
    } catch (error) {
      // With a database elsewhere there may be none.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      const remedy = `Give it to whoever runs the application: chown -R … ${dataDir}`;
      return [fault(`${dataDir} cannot be written to.`, remedy)];
    }
    const { bavail, bsize } = await statfs(dataDir);
    const free = (bavail * bsize) / gigabyte;
    if (free >= 1) return [];
    const what = `${free.toFixed(1)} GB are free where ${dataDir} is.`;
    const remedy = 'Make room: PostgreSQL stops when it cannot write.';
    return [free < 0.2 ? fault(what, remedy) : warning(what, remedy)];
  },
};
