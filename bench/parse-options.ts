export const ratioIds = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P9'] as const;
export type RatioId = (typeof ratioIds)[number];

export interface BenchOptions {
  only: readonly RatioId[];
  quick: boolean;
  json: boolean;
  help: boolean;
}

export const usage = `npm run bench -- [options]

Measures what tenancy costs, as ratios of paired runs, and writes bench/results.json and
bench/results.svg. It takes about ten minutes; run it on a machine that does nothing else.

  --only P1,P3   measure these only; the results of the others are kept
  --quick        few and short samples: for trying things, not for judging them
  --json         print the results as JSON instead of a table
  --help         this text

P1  cached page of the demo / static page with the same markup and no middleware
P2  admin page with session and two walls / the same page with neither
P3  scoped query / the same query with a plain WHERE, 1 ms away from the database
P4  admin list of 100,000 posts, page 900 / page 1
P5  search as you type in a tenant of 50,000 posts / of 1,000, 95th percentile
P6  last of 5,000 sockets of a broadcast / the same bytes by bare ws; memory of a connection
P7  host to page with 10,000 tenants / with 20
P9  writing a post with its event / the bare insert
`;

/**
 * Reads the command line of `npm run bench`.
 *
 * @param args - as in process.argv.slice(2).
 * @throws Error with a sentence for the person who typed it.
 */
export function parseOptions(args: string[]): BenchOptions {
  const options: BenchOptions = { only: ratioIds, quick: false, json: false, help: false };
  const rest = args.flatMap((arg) => (arg.startsWith('--only=') ? ['--only', arg.slice(7)] : arg));
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--quick') options.quick = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--help' || arg === '-h') options.help = true;
    else if (arg === '--only') options.only = parseIds(rest.shift() ?? '');
    else throw new Error(`unknown option ${arg}; --help lists them`);
  }
  return options;
}

function parseIds(value: string): RatioId[] {
  const names = value.toUpperCase().split(',').filter(Boolean);
  const unknown = names.find((name) => !ratioIds.some((id) => id === name));
  if (unknown) throw new Error(`there is no ratio ${unknown}; there are ${ratioIds.join(', ')}`);
  if (names.length === 0) throw new Error('--only needs names, as in --only P1,P3');
  return ratioIds.filter((id) => names.includes(id));
}
