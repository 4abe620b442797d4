'use client';

import { Literal, LostPage } from './lost-page';
import { useAddress } from './request-reference';

/** The part of a 404 that a site shows inside its own frame. */
export function UnknownPage({ site, actions }: UnknownPageProps) {
  const path = readablePath(useAddress('pathname'));
  return (
    <LostPage
      sign="page"
      badge="404"
      title="This page does not exist"
      lede={
        <>
          {site} has nothing at {path ? <Literal>{path}</Literal> : 'this address'}. It may have
          been moved or taken down, or the address has a typing mistake in it.
        </>
      }
      actions={actions}
    />
  );
}

interface UnknownPageProps {
  site: string;
  actions: React.ReactNode;
}

const LONGEST = 80;

function readablePath(path: string): string {
  return path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path;
}
