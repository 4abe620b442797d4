const PEOPLE = [
  {
    who: 'For readers',
    what: 'Every site stands on its own host, with its own name, colour and words. Nothing on it says that others live next door.',
  },
  {
    who: 'For the people of a tenant',
    what: 'Articles, topics and feeds under your own domain. What you publish is fresh at once on all your hosts, and on nobody else’s.',
  },
  {
    who: 'For developers',
    what: 'Add a table, a page or a job, and it belongs to a tenant by construction. The scoped handle filters every row, and PostgreSQL would refuse the wrong one even without it.',
  },
];

const COMMANDS = [
  { command: 'npm start', does: 'installs, starts its own database, builds and serves' },
  { command: 'npm test', does: 'checks all of it, in a real browser too' },
];

/** What Tenantry is, plainly, and the two commands that show it. */
export function WhatItIs() {
  return (
    <>
      <div className="grid items-end gap-8 wide:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] wide:gap-14">
        <div>
          <h1 className="text-[clamp(2rem,5vw,3.25rem)] leading-[1.06] tracking-[-0.024em]">
            One application, a site for everyone in the house
          </h1>
          <p className="mt-5 max-w-[36em] text-ink-2 text-lg leading-[1.55]">
            Tenantry is a Next.js application that serves many organisations. Each has its own
            hosts, its own look and its own data, kept apart by two walls that do not rely on each
            other.
          </p>
          <p className="mt-6">
            <a className="button primary" href="/signup">
              Make a site
            </a>
          </p>
        </div>
        <dl className="divide-y divide-line rounded-panel border border-line bg-surface px-5">
          {COMMANDS.map(({ command, does }) => (
            <div key={command} className="py-4">
              <dt className="font-medium font-mono text-md">{command}</dt>
              <dd className="mt-1 text-ink-3 text-sm">{does}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="mt-12 grid gap-8 border-ink border-t pt-5 mid:mt-16 mid:grid-cols-3">
        {PEOPLE.map(({ who, what }) => (
          <section key={who}>
            <h2 className="text-md">{who}</h2>
            <p className="mt-2 text-ink-2 leading-[1.55]">{what}</p>
          </section>
        ))}
      </div>
    </>
  );
}
