// Runs on whatever Node a machine has: only old syntax here and in check-node.mjs, so that an old
// version gets a sentence and not a SyntaxError. Everything else is imported afterwards.
import { nodeVersionFault } from './launcher/check-node.mjs';

const fault = nodeVersionFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exit(1);
} else {
  import('./launcher/launch.mjs')
    .then((launcher) => launcher.launch(process.argv.slice(2)))
    .then((code) => process.exit(code));
}
