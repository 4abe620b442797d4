import { runCli } from './run-cli';

process.exit(await runCli(process.argv.slice(2)));
