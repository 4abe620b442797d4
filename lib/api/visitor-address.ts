import { clientAddress } from '../auth/client-address';
import { requestFacts } from './request-facts';

/** The address of whoever sent the request at hand, for limits. */
export async function visitorAddress(): Promise<string> {
  return clientAddress((await requestFacts()).headers);
}
