import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { Article } from './article.ts';
import { type LineageStep, useLineage } from './lineage-steps.tsx';

/** From the keyword to the pictures: what it came of, by which model and prompt, and for how many credits. */
export function Lineage({ article }: { article: Article }) {
  const steps = useLineage(article);
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map((step) => (
        <Step key={step.name} step={step} />
      ))}
    </Box>
  );
}

function Step({ step: { name, what, how } }: { step: LineageStep }) {
  const translate = useTranslate();
  const notes = how.filter(Boolean);
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 1.5,
        '&::before': dot,
        '&:not(:last-of-type)::after': { ...line },
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {translate(`galley.article.lineage.${name}`)}
      </Typography>
      <Box sx={{ overflowWrap: 'anywhere' }}>{what || translate('galley.article.lineage.none')}</Box>
      {notes.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {notes.join(' · ')}
        </Typography>
      )}
    </Box>
  );
}

const dot = {
  content: '""',
  position: 'absolute',
  left: 3,
  top: 7,
  width: 7,
  height: 7,
  borderRadius: '50%',
  backgroundColor: 'primary.main',
};
const line = {
  content: '""',
  position: 'absolute',
  left: 6,
  top: 16,
  bottom: -6,
  width: '1px',
  backgroundColor: 'divider',
};
