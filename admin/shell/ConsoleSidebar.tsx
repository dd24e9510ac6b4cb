import { type Theme, useMediaQuery } from '@mui/material';
import { Sidebar, type SidebarProps } from 'react-admin';

/**
 * The menu: beside the page, or over it on a phone. One for each, so that a window that is made narrow does not take
 * the open menu along: it would lie over the page for a moment, and its lid now and then for good.
 */
export function ConsoleSidebar(props: SidebarProps) {
  const isOverPage = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  return <Sidebar key={String(isOverPage)} {...props} />;
}
