'use client';

import { FailedPage } from '@/lib/ui/failed-page';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { ThemeKeeper } from '@/lib/ui/theme-keeper';
import { themeScript } from '@/lib/ui/theme-script';
import { interfaceFonts } from './_fonts/interface-fonts';
import './globals.css';

/**
 * The last answer, and a file made by the build: Next serves it for every page that could not be
 * drawn and was never cached. So it knows neither tenant nor error; the reference comes from the
 * browser's timing entries.
 */
export default function GlobalError({ error }: { error?: Error & { digest?: string } }) {
  return (
    <html lang="en" className={interfaceFonts} suppressHydrationWarning>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <ThemeKeeper />
        <PlatformFrame home="/">
          <FailedPage digest={error?.digest} />
        </PlatformFrame>
      </body>
    </html>
  );
}
