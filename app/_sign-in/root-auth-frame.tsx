import type { ReactNode } from 'react';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';

/** Pages of the platform itself with one form, as signing in. */
export function RootAuthFrame({ foot, children }: { foot?: string; children: ReactNode }) {
  return (
    <div className={readingFonts}>
      <AuthFrame
        site={null}
        words="One application, many sites, each behind walls of its own."
        foot={foot ?? 'Each site has a sign-in page of its own, at its own address.'}
      >
        {children}
      </AuthFrame>
    </div>
  );
}
