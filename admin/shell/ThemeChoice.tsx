import SystemIcon from '@mui/icons-material/ContrastOutlined';
import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import { IconButton, ListItemIcon, Menu, MenuItem, Tooltip } from '@mui/material';
import { useStore, useTranslate } from 'ra-core';
import { useState } from 'react';

const choices = [
  { value: 'light', icon: LightIcon },
  { value: 'dark', icon: DarkIcon },
  { value: 'system', icon: SystemIcon },
] as const;

/** Light, dark or as the system is. React-admin's own choice knows but the first two. */
export function ThemeChoice() {
  const translate = useTranslate();
  const [theme, setTheme] = useStore<'light' | 'dark' | undefined>('theme');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = translate('galley.theme.label');
  const Icon = choices.find(({ value }) => value === (theme ?? 'system'))?.icon ?? SystemIcon;
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          color="inherit"
          aria-label={label}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <Icon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map(({ value, icon: Choice }) => (
          <MenuItem
            key={value}
            selected={value === (theme ?? 'system')}
            onClick={() => {
              setTheme(value === 'system' ? undefined : value);
              setAnchor(null);
            }}
          >
            <ListItemIcon>
              <Choice fontSize="small" />
            </ListItemIcon>
            {translate(`galley.theme.${value}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
