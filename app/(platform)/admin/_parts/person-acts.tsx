import type { Values } from '@/lib/resources/resource';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** What leads on from somebody's page: to the end of their account, and of their name. */
export function PersonActs({ id, values }: { id: string; values: Values }) {
  if (values.erasedAt) return null;
  return (
    <ButtonLink href={`/admin/users/${id}/delete`} tone={values.endedAt ? 'plain' : 'danger'}>
      {values.endedAt ? 'Erase name' : 'Delete account'}
    </ButtonLink>
  );
}
