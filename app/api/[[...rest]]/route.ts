import { platformRoute } from '@/lib/api/platform-route';
import { AppError } from '@/lib/errors';

const unknown = platformRoute(
  async () => {
    throw new AppError('not_found', 'There is no such endpoint.');
  },
  { permission: 'public' },
);

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
