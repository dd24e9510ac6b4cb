import PersonIcon from '@mui/icons-material/PersonOutlined';
import { Box, ListItemIcon, MenuItem, Typography } from '@mui/material';
import {
  AppBar,
  Logout,
  TitlePortal,
  UserMenu,
  useGetIdentity,
  useSidebarState,
  useTranslate,
  useUserMenu,
} from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { ConnectionNote } from './ConnectionNote.tsx';
import { CreditsNote } from './CreditsNote.tsx';
import { useSite } from './site/use-site.ts';
import { ThemeChoice } from './ThemeChoice.tsx';
import { nameTab } from './tab-title.ts';

export function ConsoleBar() {
  // How much room the person's name takes is not known before: what stands beside it comes with it, and moves for nothing.
  const { isPending } = useGetIdentity();
  return (
    <AppBar
      color="transparent"
      elevation={0}
      toolbar={isPending ? nothing : <ThemeChoice />}
      userMenu={!isPending && <PersonMenu />}
    >
      <Typography
        component="span"
        sx={{
          fontFamily: 'ui-serif, Georgia, serif',
          fontSize: '1.1875rem',
          fontWeight: 600,
          mr: 3,
          // On a phone the page's own name needs the room.
          display: { xs: 'none', sm: 'block' },
          color: 'primary.main',
        }}
      >
        Galley
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TitlePortal ref={nameTab} variant="h1" component="h1" sx={oneLine} />
        <SiteName />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mr: 1 }}>
        <ConnectionNote />
        {!isPending && <CreditsNote />}
      </Box>
    </AppBar>
  );
}

/** React-admin would put its own in place of null. */
const nothing = <span />;

/** React-admin asks for it in a way that this version of MUI no longer knows. */
const oneLine = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '&& > *': { display: 'inline' },
};

/** Pages of one site: all others are of the account. */
const ofSite = /^\/(automation|planner|writer|sites\/[0-9a-f]{24})(\/|$)/;

/** Which site the page is about, where the menu that says so is out of sight. */
function SiteName() {
  const [isMenuOpen] = useSidebarState();
  const { pathname } = useLocation();
  const { site, isPending } = useSite();
  if (!ofSite.test(pathname) || (!site && !isPending)) return null;
  return (
    <Box
      sx={{
        display: { xs: 'block', sm: isMenuOpen ? 'none' : 'block' },
        color: 'text.secondary',
        fontSize: '0.75rem',
        lineHeight: 1.2,
        // Its line is there before its name is.
        minHeight: '1.2em',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      }}
    >
      {site?.name}
    </Box>
  );
}

/** Named as its person: a reader must hear what stands there. */
function PersonMenu() {
  const { data: person } = useGetIdentity();
  return (
    <UserMenu label={person?.fullName}>
      <ProfileEntry />
      <Logout />
    </UserMenu>
  );
}

function ProfileEntry() {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/account/profile" onClick={menu?.onClose}>
      <ListItemIcon>
        <PersonIcon fontSize="small" />
      </ListItemIcon>
      {translate('galley.menu.profile')}
    </MenuItem>
  );
}
