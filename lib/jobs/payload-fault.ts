import type { ZodError } from 'zod';

const mostIssues = 3;

/** Says in words why a payload does not fit its schema, field by field; values are not repeated. */
export function payloadFault({ issues }: ZodError): string {
  const words = issues.slice(0, mostIssues).map(({ path, message }) => {
    const place = path.map(String).join('.');
    return place ? `${place}: ${message}` : message;
  });
  const more = issues.length > mostIssues ? `; and ${issues.length - mostIssues} more` : '';
  return `its payload does not fit its schema: ${words.join('; ')}${more}.`;
}
