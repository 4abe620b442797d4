// Runs on whatever Node a machine has, and before anything is installed: only old syntax here, so
// that an old version gets a sentence and not a SyntaxError.
import { nodeVersionFault } from './launcher/check-node.mjs';

var fault = nodeVersionFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exit(1);
} else {
  import('./testing-steps/run-tests.mjs')
    .then((tests) => tests.runTests(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    });
}
