import { Suspense } from 'react';
import { Layout, type LayoutProps } from 'react-admin';
import { useSessionEnd } from './auth/use-session-end.ts';
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
  useSessionEnd();
  return (
    <Layout appBar={ConsoleBar} menu={ConsoleMenu} sidebar={ConsoleSidebar}>
      <SiteInAddress />
      <ExportsProvider>{children}</ExportsProvider>
      <Suspense>
        <UpdateCheck />
      </Suspense>
    </Layout>
  );
}
