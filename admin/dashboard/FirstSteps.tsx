import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import YetIcon from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { resource } from '../data/resource.ts';
import { Panel } from '../shell/Panel.tsx';

/** In the order in which a newcomer takes them, with where each is taken. */
const steps = [
  ['site', `/${resource.sites}/create`],
  ['keywords', `/${resource.keywords}`],
  ['run', '/automation'],
  ['review', '/writer/review'],
] as const;

/** On a phone its button stands below its words. */
const stepLook = { display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, gap: 1.5, alignItems: 'start' };

/** What there is to do until the first run has been started: a way from nothing to drafts. */
export function FirstSteps({ taken }: { taken: number }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`galley.dashboard.first.${key}`);
  return (
    <Panel title={say('title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {steps.map(([name, to], index) => {
          const isDone = index < taken;
          const Icon = isDone ? DoneIcon : YetIcon;
          return (
            <Box component="li" key={name} sx={stepLook}>
              <Icon
                aria-hidden
                sx={{ fontSize: 20, mt: '1px', color: isDone ? 'success.main' : 'text.secondary' }}
              />
              <Box sx={{ flex: { xs: '0 0 calc(100% - 32px)', sm: 1 }, minWidth: 0 }}>
                <Typography sx={{ fontWeight: 550 }}>
                  {say(`${name}.title`)}
                  {isDone && ` · ${say('done')}`}
                </Typography>
                <Typography sx={{ color: 'text.secondary' }}>{say(`${name}.help`)}</Typography>
              </Box>
              {index === taken && (
                <Button component={Link} to={to} variant="contained" sx={{ ml: { xs: 4, sm: 0 } }}>
                  {say(`${name}.action`)}
                </Button>
              )}
            </Box>
          );
        })}
      </Box>
    </Panel>
  );
}
