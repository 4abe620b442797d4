import { postAddress } from '@/app/[tenant]/(site)/_parts/addresses';
import type { MenuItem } from '@/lib/ui/shell/menu-words';

interface Facts {
  id: string;
  status: string;
  slug: string;
  mayDelete: boolean;
}

/** What else can be done with a post. Verbs save what was typed first. */
export function editorMenu({ id, status, slug, mayDelete }: Facts): MenuItem[] {
  const verb = (label: string, name: string, icon: MenuItem['icon']): MenuItem => {
    const submit = { form: 'record-form', name: '_intent', value: `act:${name}` };
    return { label, icon, submit };
  };
  return [
    ...(status === 'scheduled' ? [verb('Publish now', 'publish', 'publish')] : []),
    ...(status === 'scheduled' ? [verb('Back to draft', 'unpublish', 'take-down')] : []),
    ...(status === 'published' ? [verb('Take down', 'unpublish', 'take-down')] : []),
    ...(status === 'published'
      ? [{ label: 'View on site', icon: 'open' as const, href: postAddress(slug) }]
      : []),
    ...(mayDelete
      ? [
          {
            ...{ label: 'Move to trash', icon: 'trash' as const, tone: 'bad' as const },
            href: `/admin/posts/${id}/delete`,
          },
        ]
      : []),
  ];
}
