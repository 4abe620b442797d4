/** How long a broadcast's title and body may be; forms count along, and load nothing more for it. */
export const longestTitle = 120;
export const longestBody = 2000;
