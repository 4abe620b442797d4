import type { ReactNode } from 'react';
import { readingFonts } from '@/app/_fonts/reading-fonts';
import { AuthFrame } from '@/lib/ui/shell/auth-frame';

interface RootAuthFrameProps {
  words?: string;
  foot?: string;
  children: ReactNode;
}

/** Pages of the platform itself with one form, as signing in. */
export function RootAuthFrame({
  words = 'One application, many sites, each behind walls of its own.',
  foot = 'Each site has a sign-in page of its own, at its own address.',
  children,
}: RootAuthFrameProps) {
  return (
    <div className={readingFonts}>
      <AuthFrame site={null} words={words} foot={foot}>
        {children}
      </AuthFrame>
    </div>
  );
}
