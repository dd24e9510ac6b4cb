import {
  ListItemButton,
  ListItemIcon,
  ListItemText,
  type SvgIconProps,
  type Theme,
  Tooltip,
  useMediaQuery,
} from '@mui/material';
import type { ComponentType } from 'react';
import { useSidebarState, useTranslate } from 'react-admin';
import { NavLink, useMatch } from 'react-router-dom';

interface MenuEntryProps {
  readonly to: string;
  readonly text: string;
  readonly icon: ComponentType<SvgIconProps>;
  /** True where pages below it are another entry's. */
  readonly end?: boolean;
  /** True until it is known whether it belongs there: its place is kept, so that nothing moves. */
  readonly isAwaited?: boolean;
}

/** A page in the sidebar: its sign alone, with its name on pointing at it, where the sidebar is narrow. */
export function MenuEntry({ to, text, icon: Icon, end = to === '/', isAwaited = false }: MenuEntryProps) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useSidebarState();
  // There it lies over the page that is gone to.
  const isOverPage = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const isHere = useMatch({ path: to, end }) !== null;
  const name = translate(text, { _: text });
  return (
    <Tooltip title={isOpen ? '' : name} placement="right">
      <ListItemButton
        component={NavLink}
        to={to}
        end={end}
        selected={isHere}
        dense
        aria-label={name}
        onClick={() => isOverPage && setOpen(false)}
        sx={{ ...(isAwaited && { visibility: 'hidden' }) }}
      >
        <ListItemIcon>
          <Icon />
        </ListItemIcon>
        {isOpen && <ListItemText primary={name} disableTypography />}
      </ListItemButton>
    </Tooltip>
  );
}
