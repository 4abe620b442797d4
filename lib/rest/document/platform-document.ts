import { platformOperationList } from '../platform-api';
import { openapiDocument } from './openapi-document';

let written: string | undefined;

/** The document of the root host's API, as JSON. */
export function platformDocument(): string {
  written ??= JSON.stringify(
    openapiDocument(platformOperationList, {
      title: 'Tenantry platform API',
      description:
        'What the platform’s superusers can ask. Each tenant has an API of its own on its hosts, with a document of its own at /api/openapi.json there.',
    }),
  );
  return written;
}
