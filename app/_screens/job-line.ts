/** What must be read of a job where its columns have no room: how often it was tried, and what came of it. */
export function jobLine({ attempts, failure, progress }: Record<string, unknown>): string {
  const tries = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
  const said = failure ?? progress;
  return said ? `${tries}: ${said}` : tries;
}
