import { Suspense } from 'react';
import { Layout, type LayoutProps } from 'react-admin';
import { SessionEnd } from './auth/SessionEnd.ts';
import { ConsoleBar } from './ConsoleBar.tsx';
import { ConsoleMenu } from './ConsoleMenu.tsx';
import { ConsoleSidebar } from './ConsoleSidebar.tsx';
import { useFocus } from './focus/use-focus.ts';
import { lazyPage } from './lazy-page.ts';
import { ExportsProvider } from './list/exports.tsx';
import { SiteInAddress } from './site/SiteInAddress.tsx';

const UpdateCheck = lazyPage(() => import('./UpdateCheck.tsx').then((page) => page.UpdateCheck));

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
