import type { Context } from 'hono';
import type { Upload } from '../media/read-upload';
import type { RestContext, RestPlace } from './rest-context';

/** What travels with a request through the application. */
export interface RestEnv {
  Bindings: { place: RestPlace };
  Variables: {
    ctx: RestContext;
    /** The body as it came, for its fingerprint. */
    bodyText: string;
    /** The file of an upload. */
    upload: Upload;
    /** What a repeat is answered with, where that is less than the first answer. */
    keptBody?: string;
  };
}

export type RestCall = Context<RestEnv>;
