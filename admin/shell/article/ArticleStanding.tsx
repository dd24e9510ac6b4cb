import { Alert, Box, Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { StatusBadge } from '../status/StatusBadge.tsx';
import { Time } from '../Time.tsx';
import type { Article } from './article.ts';

/** How far a draft has come, and what it waits for. */
export function ArticleStanding({ article }: { article: Article }) {
  const translate = useTranslate();
  const { status, approved, published, sentBack, sample, disabled, imageCounts, address, failure } = article;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
        <StatusBadge kind="content" status={status} />
        {approved && status === 'REVIEW' && <StatusBadge kind="decision" status="APPROVED" />}
        {disabled && <StatusBadge kind="item" status="DISABLED" />}
        {failure && <StatusBadge kind="item" status="FAILED" />}
      </Box>
      {status === 'PUBLISHED' && published && (
        <div>
          {translate('galley.article.standing.published', { name: published.name })}{' '}
          <Time at={published.at} />
          {address && (
            <Box sx={{ overflowWrap: 'anywhere' }}>
              <Link href={address} target="_blank" rel="noreferrer">
                {address}
              </Link>
              <Box sx={{ color: 'text.secondary' }}>{translate('galley.article.standing.served')}</Box>
            </Box>
          )}
        </div>
      )}
      {failure && <Alert severity="error">{failure.message}</Alert>}
      {sentBack && (
        <Alert severity="warning">
          {translate('galley.article.standing.sentBack', {
            name: sentBack.name,
            reason: sentBack.reason ?? '',
          })}
        </Alert>
      )}
      {status === 'DRAFT' && !sentBack && (
        <Box sx={{ color: 'text.secondary' }}>{waitingFor(translate, imageCounts)}</Box>
      )}
      {sample && <Alert severity="info">{translate('galley.article.standing.sample')}</Alert>}
    </Box>
  );
}

function waitingFor(
  translate: (text: string, values?: object) => string,
  { planned, pending, failed }: Article['imageCounts'],
): string {
  if (!planned) return translate('galley.article.standing.unplanned');
  if (failed > 0) return translate('galley.article.standing.failed', { smart_count: failed });
  return translate('galley.article.standing.pending', { smart_count: pending });
}
