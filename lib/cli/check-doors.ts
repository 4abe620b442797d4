import { doors } from '../testing/architecture/doors';
import { readTree } from '../testing/architecture/read-tree';

// Before `next build`: a page, route or action that enters by no door, or names no right, ends the
// build here.
const faults = doors(readTree(process.argv[2]));
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
