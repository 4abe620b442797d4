import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ThemeKeeper } from '@/lib/ui/theme-keeper';
import { themeScript } from '@/lib/ui/theme-script';
import { interfaceFonts } from './_fonts/interface-fonts';
import './globals.css';

export const metadata: Metadata = {
  title: 'Tenantry',
  icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }] },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0c0f12' },
  ],
};

/** The document of every page. It knows no tenant: cached pages of all hosts go through it. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script below sets data-theme before React looks.
    <html lang="en" className={interfaceFonts} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <ThemeKeeper />
        {children}
      </body>
    </html>
  );
}
