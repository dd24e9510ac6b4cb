import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { StageKind } from '../../data/gql/graphql.ts';
import type { Look } from '../../shell/status/looks.ts';

interface Props {
  readonly stage: { readonly number: number; readonly title: string; readonly kind: StageKind };
  /** By which tests and styles know it. */
  readonly state: string;
  readonly look: Look;
  /** What is said of it below its title. */
  readonly lines: ReactNode;
  readonly figures?: ReactNode;
  readonly actions?: ReactNode;
}

/** In px: a card is as high in one state as in another, of three lines, or four of the gate. */
const cardHeight = { AI: 92, LOCAL: 92, GATE: 116 };

/** Where everything stands on the card of a stage. */
export function StageFrame({ stage, state, look: { icon: Icon, tone }, lines, figures, actions }: Props) {
  const translate = useTranslate();
  const title = translate('galley.automation.stage.title', { number: stage.number, title: stage.title });
  return (
    <Box
      component="article"
      aria-label={title}
      data-state={state}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '20px 1fr', md: '20px minmax(0, 1fr) 224px 152px' },
        minHeight: { md: cardHeight[stage.kind] },
        position: 'relative',
        columnGap: 1.5,
        rowGap: 0.5,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 20, color: tone, mt: '1px' }} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
          <Typography component="h3" variant="h3">
            {title}
          </Typography>
          <Typography component="span" color="textSecondary">
            {translate(`galley.automation.kind.${stage.kind}`)}
          </Typography>
          {stage.kind === 'GATE' && (
            <Chip
              size="small"
              variant="outlined"
              color="warning"
              label={translate('galley.automation.gate.stops')}
            />
          )}
        </Box>
        {lines}
      </Box>
      {figures ?? <Box sx={{ display: { xs: 'none', md: 'block' } }} />}
      <Box
        sx={{
          gridColumn: { xs: '2', md: 'auto' },
          display: 'flex',
          flexWrap: 'wrap',
          gap: 0.5,
          alignItems: 'start',
          justifyContent: { md: 'end' },
        }}
      >
        {actions}
      </Box>
    </Box>
  );
}
