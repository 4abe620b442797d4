const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what can be the id of a notification: anything else would be an error in the database. */
export function isId(text: string): boolean {
  return shape.test(text);
}
