import { normalEmail } from '../verify-credentials';

/** What has no shape of an address is none: it would be mailed to. */
export function plainEmail(given: string): string {
  const email = normalEmail(given);
  return /^[^\s<>@,;:"\p{Cc}]{1,64}@[^\s<>@,;:"\p{Cc}]{1,190}$/u.test(email) ? email : '';
}
