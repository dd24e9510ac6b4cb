import { Suspense } from 'react';
import { Layout, type LayoutProps } from 'react-admin';
import { SessionEnd } from './auth/SessionEnd.ts';
import { ConsoleBar } from './ConsoleBar.tsx';
import { ConsoleMenu } from './ConsoleMenu.tsx';
import { ConsoleSidebar } from './ConsoleSidebar.tsx';
import { useFocus } from './focus/use-focus.ts';
import { lazyPart } from './lazy/lazy-part.tsx';
import { ExportsProvider } from './list/exports.tsx';
import { SiteInAddress } from './site/SiteInAddress.tsx';

const UpdateCheck = lazyPart(
  () => import('./UpdateCheck.tsx').then((part) => part.UpdateCheck),
  // Nobody who looks at a page misses it.
  () => null,
);

export function ConsoleLayout({ children }: LayoutProps) {
  useFocus();
  return (
    <Layout appBar={ConsoleBar} menu={ConsoleMenu} sidebar={ConsoleSidebar}>
      <SessionEnd />
      <SiteInAddress />
      <ExportsProvider>{children}</ExportsProvider>
      <Suspense>
        <UpdateCheck />
      </Suspense>
    </Layout>
  );
}
