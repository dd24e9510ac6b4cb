import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { PublishedRowFragment } from '../../data/gql/graphql.ts';
import { StatusBadge } from '../../shell/status/StatusBadge.tsx';
import type { ReviewRow } from '../data.ts';

interface PublishListProps {
  readonly drafts: readonly ReviewRow[];
  /** In the order of the drafts, as far as they are known. */
  readonly results: readonly PublishedRowFragment[];
}

/** Each draft that is to be published, with what came of it. */
export function PublishList({ drafts, results }: PublishListProps) {
  const translate = useTranslate();
  return (
    <Box
      component="ol"
      aria-label={translate('galley.review.publishing.list')}
      // Scrolled by keys, too.
      tabIndex={0}
      sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: '50vh', overflow: 'auto' }}
    >
      {drafts.map((draft, index) => (
        <PublishItem key={draft.id} draft={draft} result={results[index]} />
      ))}
    </Box>
  );
}

function PublishItem({ draft, result }: { draft: ReviewRow; result: PublishedRowFragment | undefined }) {
  const translate = useTranslate();
  const address = result?.outcome === 'PUBLISHED' ? result.content?.address : undefined;
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1.5, justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{draft.title}</Box>
        {result ? (
          <StatusBadge kind="publishing" status={result.outcome} />
        ) : (
          <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
            {translate(draft.approved ? 'galley.review.isApproved' : 'galley.review.notApproved')}
          </Typography>
        )}
      </Box>
      {result?.message && (
        <Typography variant="body2" color="textSecondary">
          {result.why ? translate('galley.review.publishing.leftAlone', { why: result.why }) : result.message}
        </Typography>
      )}
      {address && (
        <Link
          href={address}
          target="_blank"
          rel="noreferrer"
          variant="body2"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {address}
        </Link>
      )}
    </Box>
  );
}
