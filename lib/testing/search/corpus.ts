/** A post of the suite; published unless it says otherwise. */
export interface CorpusPost {
  slug: string;
  title: string;
  description?: string;
  body?: string;
  status?: 'draft' | 'published';
  isTrashed?: boolean;
}

const filling = 'The quick brown fox jumps over the lazy dog. ';

/** What acme has written. */
export const corpus: CorpusPost[] = [
  { slug: 'anvils', title: 'Why we weigh every anvil twice', body: 'A second scale helps.' },
  {
    slug: 'told',
    title: 'A year in numbers',
    description: 'An anvil sold every day, 4180 magnets in all.',
    body: filling,
  },
  {
    slug: 'deep',
    title: 'The long one',
    body: `${filling.repeat(200)}Every row has its \`tenant_id\`, and an **anvil**. ${filling.repeat(200)}`,
  },
  {
    slug: 'choosing',
    title: 'Choosing a database',
    description: 'What we looked at, and what we chose.',
    body: filling,
  },
  { slug: 'run-far', title: 'How far we run', body: 'Running is for everybody.' },
  { slug: 'accents', title: 'The café of Mrs O’Brien', body: "O'Brien pours." },
  { slug: 'row-level', title: 'Row-level security', body: filling },
  { slug: 'rows', title: 'Security at every level', body: 'A row of seats.' },
  { slug: 'holes', title: 'Storage', body: 'Never carry portable holes past a magnet.' },
  { slug: 'carry', title: 'Carry on', body: 'Holes are many. What is portable is light.' },
  { slug: 'weather', title: 'Weather report', body: '东京的天气很好。明天下雨。' },
  { slug: 'hebrew', title: 'Greetings', body: 'שלום עולם' },
  { slug: 'draft', title: 'Unfinished business', status: 'draft' },
  { slug: 'gone', title: 'Thrown away', isTrashed: true },
  {
    slug: 'hostile',
    title: 'Hostile <img src=x onerror=alert(1)> & co',
    body: 'It is hostile: <script>alert(1)</script> & <b onclick="x()">bold</b> &lt;i&gt; 1 < 2 > 0.',
  },
  ...Array.from({ length: 12 }, (_, n) => ({
    slug: `common-${n}`,
    title: `Common ground ${n}`,
    body: 'A common word.',
  })),
];

/** What globex has written: with a slug and a word of acme's. */
export const foreignCorpus: CorpusPost[] = [
  { slug: 'anvils', title: 'Globexian anvils', body: 'Ours are lighter.' },
];
