/** Where the API is mounted on every host. */
export const apiBase = '/api/v1';
