import type { PictureFacts } from '@/lib/admin/media/read-picture';
import { PlaceLink } from '@/lib/ui/place-link';

/** Where a picture is used, as links. */
export function UsedIn({ uses, hasMore }: Pick<PictureFacts, 'uses' | 'hasMore'>) {
  if (uses.length === 0) return <p>It is used nowhere.</p>;
  return (
    <ul className="used-in">
      {uses.map(({ resource, id, label, how }) => (
        <li key={`${resource} ${id} ${how}`}>
          <PlaceLink
            href={resource === 'settings' ? '/admin/settings' : `/admin/${resource}/${id}`}
          >
            {label}
          </PlaceLink>{' '}
          <span>{how}</span>
        </li>
      ))}
      {hasMore ? <li>and in more</li> : null}
    </ul>
  );
}
