/** What is said where nobody can register by themself. */
export function closedWords(site: string): string {
  return `${site} takes no new members this way at the moment. Ask the people of the site to invite you.`;
}

/** The same where the site has all the members it may have. */
export function fullWords(site: string): string {
  return `${site} has as many members as it may have. Ask the people of the site.`;
}
