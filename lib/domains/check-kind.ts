/** Names the jobs that look a domain up. The database writes it as well: never change it. */
export const checkKind = 'domains.check';
