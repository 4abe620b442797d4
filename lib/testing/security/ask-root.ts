import { rootRestPlace } from '../../api/rest-place';
import { platformApi } from '../../rest/platform-api';
import { type AskOptions, askApi, type Told } from '../ask-api';
import { testPassword } from '../tenant-test/test-tenant';

/** Asks the REST API of the root host. */
export function askRoot(method: string, path: string, options: AskOptions = {}): Promise<Told> {
  const place = rootRestPlace('test-request');
  return askApi({ app: platformApi(), place, host: 'localhost:3000' }, method, path, options);
}

/** What somebody of a test signs in with. */
export function credentialsOf(email: string) {
  return { email, password: testPassword };
}
