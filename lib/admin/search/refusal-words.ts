const fields: Record<string, string> = {
  title: 'title',
  description: 'description',
  body: 'text',
  slug: 'address',
  published_at: 'publication date',
};

const reasons: [RegExp, string][] = [
  [/immense term/i, 'It has a word that is too long for the search engine.'],
  [/too (?:large|long|big)|exceeds|circuit_breaking/i, 'It is too long for the search engine.'],
  [/security_exception|unauthorized/i, 'The search engine does not let this site write.'],
];

/**
 * Says in plain words why the search engine will not have a post. What it said itself may name parts
 * of the installation.
 *
 * @param lastError - as it was noted down: type and reason.
 */
export function refusalWords(lastError: string | null): string {
  const text = lastError ?? '';
  const [, field = ''] = /failed to parse field \[(\w+)(?:\.\w+)?\]/.exec(text) ?? [];
  for (const [pattern, words] of reasons) if (pattern.test(text)) return words;
  if (Object.hasOwn(fields, field)) return `The search engine cannot read its ${fields[field]}.`;
  return 'The search engine refused it. Whoever runs the platform can see why.';
}
