import { platformRoute } from '@/lib/api/platform-route';
import { AppError } from '@/lib/errors';

/** Where addresses go whose percent-encoding is broken. */
const refuse = platformRoute(async () => {
  throw new AppError(
    'bad_input',
    'The address is not encoded correctly: a % must be followed by two hexadecimal digits of valid UTF-8.',
  );
});

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
