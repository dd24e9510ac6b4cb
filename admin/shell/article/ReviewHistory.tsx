import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { StatusBadge } from '../status/StatusBadge.tsx';
import { Time } from '../Time.tsx';
import type { Article } from './article.ts';

/** What people have decided about a draft, the latest first. */
export function ReviewHistory({ article }: { article: Article }) {
  const translate = useTranslate();
  const { history } = article;
  if (history.length === 0)
    return <Typography color="textSecondary">{translate('galley.article.history.none')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {history.toReversed().map(({ decision, name, at, reason }) => (
        <li key={`${at} ${decision}`}>
          <StatusBadge kind="decision" status={decision} />
          <Typography variant="body2" color="textSecondary">
            {name} · <Time at={at} />
          </Typography>
          {reason && <Box sx={{ overflowWrap: 'anywhere' }}>“{reason}”</Box>}
        </li>
      ))}
    </Box>
  );
}
