import { Box, Typography } from '@mui/material';
import { AppBar, Logout, TitlePortal, UserMenu, useGetIdentity } from 'react-admin';
import { ConnectionNote } from './ConnectionNote.tsx';
import { CreditsNote } from './CreditsNote.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';

export function ConsoleBar() {
  return (
    <AppBar color="transparent" elevation={0} toolbar={<ThemeChoice />} userMenu={<PersonMenu />}>
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
      <TitlePortal variant="h1" component="h1" />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mr: 1 }}>
        <ConnectionNote />
        <CreditsNote />
      </Box>
    </AppBar>
  );
}

/** Named as its person: a reader must hear what stands there. */
function PersonMenu() {
  const { data: person } = useGetIdentity();
  return (
    <UserMenu label={person?.fullName}>
      <Logout />
    </UserMenu>
  );
}
