import type { ReactNode } from 'react';
import { List, type ListProps, Pagination, useListContext } from 'react-admin';
import { KeepsWritten } from './list/KeepsWritten.tsx';
import { UnreadPage } from './UnreadPage.tsx';

/** React-admin's List; one that cannot be read says so, and not that there is nothing in it. */
export function ConsoleList({ children, ...props }: ListProps) {
  return (
    <List exporter={false} empty={false} pagination={<Pages />} {...props}>
      <Contents>{children}</Contents>
    </List>
  );
}

/** Rows that were read before stay, whatever becomes of reading them again. */
function useIsUnread(): boolean {
  const { data, error } = useListContext();
  return error != null && data === undefined;
}

function Contents({ children }: { children: ReactNode }) {
  const { error } = useListContext();
  return useIsUnread() ? <UnreadPage error={error} /> : <KeepsWritten>{children}</KeepsWritten>;
}

function Pages() {
  return useIsUnread() ? null : <Pagination />;
}
