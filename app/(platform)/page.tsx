import type { Metadata } from 'next';
import { platformPage } from '@/lib/api/platform-page';
import { readDemoTenants } from '@/lib/site/read-demo-tenants';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { DemoSites } from './_parts/demo-sites';
import { WhatItIs } from './_parts/what-it-is';

export const metadata: Metadata = {
  title: 'Tenantry: one application, many sites',
  description:
    'One Next.js application that gives every organisation a site of its own, on its own hosts, behind two walls.',
};

/** The root host: what Tenantry is, and the demo's sites where there are any. */
export default async function PlatformHomePage() {
  const { origin } = await platformPage();
  const tenants = await readDemoTenants();
  return (
    <PlatformFrame
      home={origin}
      foot={
        <>
          <a className="inline-flex min-h-6 items-center hover:text-ink" href="/signup">
            Make a site
          </a>
          <a className="inline-flex min-h-6 items-center hover:text-ink" href="/login">
            Sign in
          </a>
        </>
      }
    >
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl px-4 py-10 mid:px-8 mid:py-16"
      >
        <WhatItIs />
        <DemoSites tenants={tenants} />
      </main>
    </PlatformFrame>
  );
}
