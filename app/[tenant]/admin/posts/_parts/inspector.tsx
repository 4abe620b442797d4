'use client';

import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { SoftLink } from '@/lib/ui/shell/soft-link';

interface InspectorProps {
  tab: string;
  onTab(tab: string): void;
  post: ReactNode;
  seo: ReactNode;
  historyHref: string | null;
}

/** What belongs to a post besides its text. Without scripts all of it stands below each other. */
export function Inspector({ tab, onTab, post, seo, historyHref }: InspectorProps) {
  return (
    <Tabs.Root className="inspector" value={tab} onValueChange={onTab}>
      <div className="inspector-tabs">
        <Tabs.List className="inspector-list" aria-label="About this post">
          <Tabs.Trigger className="inspector-tab" value="post">
            Post
          </Tabs.Trigger>
          <Tabs.Trigger className="inspector-tab" value="seo">
            Search engines
          </Tabs.Trigger>
        </Tabs.List>
        {historyHref ? (
          <SoftLink className="inspector-tab" href={historyHref}>
            History
          </SoftLink>
        ) : null}
      </div>
      <Tabs.Content className="inspector-part" value="post" forceMount tabIndex={-1}>
        {post}
      </Tabs.Content>
      <Tabs.Content className="inspector-part" value="seo" forceMount tabIndex={-1}>
        {seo}
      </Tabs.Content>
    </Tabs.Root>
  );
}
