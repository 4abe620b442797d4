import { type Command, Option } from 'commander';
import { conflictChoices, type OnConflict } from '../../admin/porting/import-posts';
import { asSystem } from '../../resources/as-system';
import { askFor } from '../ask/ask-for';
import { example } from '../example';
import { print, printJson } from '../output/print';
import { progressLine } from '../output/progress-line';
import { bringPosts } from '../posts/bring-posts';
import { linesOfImport } from '../posts/lines-of-import';
import { takePosts } from '../posts/take-posts';
import { enterTenant } from '../shell/enter-tenant';

/** posts export, posts import. */
export function addPostCommands(program: Command): void {
  const group = program.command('posts').description('take out and bring in the posts of a tenant');
  const add = (verb: string, description: string) =>
    group
      .command(verb)
      .description(description)
      .option('--tenant <name>', 'its slug, id or domain')
      .option('--reason <words>', 'why, for the audit log of the platform', 'from the CLI')
      .option('--json', 'print what was done as JSON')
      .option('--no-input', 'ask for nothing');
  example(
    add('export', 'write the posts of a tenant as Markdown files with front matter')
      .option('--to <place>', 'a new or empty folder, or a new file that ends in .zip')
      .action(runExport),
    'posts export --tenant acme --to acme-posts.zip',
  );
  example(
    add('import', 'bring posts in from Markdown files with front matter')
      .option('--from <place>', 'a folder, a Markdown file, or a zip archive')
      .option('--dry-run', 'write nothing, and say what would be')
      .addOption(
        new Option('--on-conflict <what>', 'where a post has the same slug and says something else')
          .choices([...conflictChoices])
          .default('skip'),
      )
      .option('--author <slug>', 'whose posts are that name no author who is known')
      .action(runImport),
    'posts import --tenant acme --from acme-posts.zip --dry-run',
    'posts import --tenant acme --from content/posts --on-conflict replace --author ada',
  );
}

interface Options {
  tenant?: string;
  reason: string;
  json?: boolean;
  input: boolean;
}

const onRecord = { isOnRecord: true, running: () => 'posts' };

async function runExport({ to, ...options }: Options & { to?: string }): Promise<void> {
  const { json, input } = options;
  const tenant = await askFor('tenant', 'slug of the tenant', options.tenant, input);
  const place = await askFor('to', 'a folder or a file that ends in .zip', to, input);
  const progress = progressLine();
  try {
    const entry = { ...options, tenant, what: 'posts export', ...onRecord };
    const count = await enterTenant(entry, (ctx) =>
      takePosts(asSystem(ctx), place, (done) => progress.tell(`${done} posts`)),
    );
    if (json) printJson({ to: place, posts: count });
    else print(`${count} ${count === 1 ? 'post' : 'posts'} written to ${place}`);
  } finally {
    progress.end();
  }
}

interface ImportOptions extends Options {
  from?: string;
  dryRun?: boolean;
  onConflict: OnConflict;
  author?: string;
}

/** Fails where a file was refused, so that scripts notice; what could be imported is. */
async function runImport(options: ImportOptions): Promise<void> {
  const { json, input, dryRun = false, onConflict, author } = options;
  const tenant = await askFor('tenant', 'slug of the tenant', options.tenant, input);
  const from = await askFor(
    'from',
    'a folder, a Markdown file or a zip archive',
    options.from,
    input,
  );
  const progress = progressLine();
  try {
    const entry = { ...options, tenant, what: 'posts import', ...onRecord };
    const done = await enterTenant(entry, (ctx) =>
      bringPosts(asSystem(ctx), from, {
        ...{ dryRun, onConflict, author },
        onProgress: (at, total) => progress.tell(`${at} of ${total} files`),
      }),
    );
    if (json) printJson({ dryRun, ...done });
    else for (const line of linesOfImport(done, dryRun)) print(line);
    const refused = done.items.filter(({ outcome }) => outcome === 'refused').length;
    if (refused > 0)
      throw new Error(`${refused} ${refused === 1 ? 'file was' : 'files were'} refused.`);
  } finally {
    progress.end();
  }
}
