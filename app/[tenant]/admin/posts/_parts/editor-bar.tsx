'use client';

import type { ReactNode } from 'react';
import { BrandTile } from '@/lib/ui/brand-tile';
import { Icon } from '@/lib/ui/icon';
import { PlaceLink } from '@/lib/ui/place-link';
import { Menu } from '@/lib/ui/shell/menu';
import type { MenuItem } from '@/lib/ui/shell/menu-words';
import { SoftLink } from '@/lib/ui/shell/soft-link';
import { ThemeToggle } from '@/lib/ui/theme-toggle';
import type { AutosaveState } from './autosaver';
import { SavedWords } from './saved-words';

interface EditorBarProps {
  tenant: { name: string };
  title: string;
  badges: ReactNode;
  state: AutosaveState;
  live: ReactNode;
  previewHref: string | null;
  /** Saves what is not saved yet, so that the preview shows it. */
  onPreview(): Promise<void>;
  publish: ReactNode;
  menu: MenuItem[];
}

/** The bar of the editor: where one is, how the text is kept, and what becomes of it. */
export function EditorBar(props: EditorBarProps) {
  const { tenant, title, previewHref } = props;
  return (
    <header className="editor-bar">
      <SoftLink className="button icon" href="/admin/posts" aria-label="Back to posts">
        <Icon name="back" />
      </SoftLink>
      <span className="wide-only editor-crumbs">
        <BrandTile name={tenant.name} />
        <SoftLink href="/admin/posts">Posts</SoftLink>
        <span aria-hidden="true">/</span>
      </span>
      <h1 className="editor-name">{title || 'New post'}</h1>
      <span className="editor-badges">{props.badges}</span>
      <div className="editor-acts">
        <SavedWords state={props.state} />
        {props.live}
        <ThemeToggle className="script-only wide-only" />
        {previewHref ? (
          <PlaceLink
            className="button plain preview-link"
            href={previewHref}
            target="_blank"
            aria-label="Preview"
            onClick={(event) => {
              event.preventDefault();
              const { href } = event.currentTarget;
              // Opened at once: later, browsers take it for something nobody asked for.
              const page = window.open('', '_blank');
              void props.onPreview().finally(() => {
                if (page) page.location.href = href;
                else window.location.href = href;
              });
            }}
          >
            <Icon name="eye" />
            <span className="wide-only">Preview</span>
          </PlaceLink>
        ) : null}
        <span className="publish-pair">
          {props.publish}
          {props.menu.length > 0 ? (
            <Menu
              label="More"
              icon="down"
              items={props.menu}
              triggerClass="button primary publish-more"
            />
          ) : null}
        </span>
      </div>
    </header>
  );
}
