/** What each status means, in the words a problem and the document use. */
export const problemTitles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Not a type that is taken',
  422: 'Unusable values',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};
