import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
} from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import type { PublishedRowFragment } from '../../data/gql/graphql.ts';
import type { Site } from '../../shell/site/use-site.ts';
import type { ReviewRow } from '../data.ts';
import { PublishList } from './PublishList.tsx';
import { usePublishing } from './use-publishing.ts';

interface PublishDialogProps {
  readonly site: Site;
  readonly drafts: readonly ReviewRow[];
  readonly onClose: () => void;
  /** Told which are published. */
  readonly onDone: (ids: readonly string[]) => void;
}

/** Says what will be published, and then what came of each. It stays open until it is read. */
export function PublishDialog({ site, drafts, onClose, onDone }: PublishDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const { state, results, problem, publish } = usePublishing(drafts);
  const smart_count = drafts.length;
  const isBusy = state === 'working';
  const isOver = state === 'done';
  const published = results.filter(({ outcome }) => outcome === 'PUBLISHED');
  const unapproved = drafts.filter(({ approved }) => !approved).length;
  const samples = drafts.filter(({ sample }) => sample).length;
  const start = async () => onDone(await publish());
  return (
    <Dialog open onClose={isBusy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      {/* Read out when it is over: the focus is elsewhere by then. */}
      <DialogTitle id={titleId} aria-live="polite">
        {translate(isOver ? overTitle(results) : 'galley.review.publishing.title', {
          smart_count,
          published: published.length,
        })}
      </DialogTitle>
      <DialogContent>
        {state === 'asking' && (
          <Box sx={{ color: 'text.secondary', mb: 1.5 }}>
            {translate('galley.review.publishing.help', { smart_count })}{' '}
            {unapproved > 0 &&
              translate(`galley.review.publishing.unapproved${smart_count === 1 ? 'One' : ''}`, {
                smart_count: unapproved,
              })}
          </Box>
        )}
        {state === 'asking' && samples > 0 && (
          <Alert severity="warning" variant="outlined" sx={{ mb: 1.5 }}>
            {translate(`galley.review.publishing.sample${smart_count === 1 ? 'One' : 's'}`, {
              smart_count: samples,
            })}
          </Alert>
        )}
        <Box role="status" sx={{ mb: isBusy ? 1.5 : 0 }}>
          {isBusy && translate('galley.review.publishing.working', { done: results.length, smart_count })}
        </Box>
        {isBusy && (
          <LinearProgress
            variant="determinate"
            value={(results.length / smart_count) * 100}
            aria-label={translate('galley.review.publishing.progress')}
            sx={{ mb: 1.5 }}
          />
        )}
        {problem && (
          <Alert severity="error" sx={{ mb: 1.5 }}>
            {translate('galley.review.publishing.broken', { problem })}
          </Alert>
        )}
        <PublishList drafts={drafts} results={results} />
        {isOver && published.length > 0 && (
          <Box sx={{ color: 'text.secondary', mt: 1.5 }}>
            {translate('galley.review.publishing.files', {
              smart_count: published.length,
              folder: folderOf(site, published),
            })}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button key={String(isOver)} onClick={onClose} disabled={isBusy} autoFocus={isOver}>
          {translate(isOver ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {!isOver && (
          <Button variant="contained" onClick={() => void start()} disabled={isBusy} autoFocus>
            {translate(
              state === 'broken' ? 'galley.review.publishing.again' : 'galley.review.publishing.go',
              {
                smart_count,
              },
            )}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** Within the server's publishing folder: an article's own, or of all the site's. */
function folderOf({ id }: Site, [first, ...more]: readonly PublishedRowFragment[]): string {
  return first?.content && more.length === 0 ? `${id}/${first.content.slug}` : id;
}

/** How many of several are published; of one alone, what came of it. */
function overTitle([first, ...more]: readonly PublishedRowFragment[]): string {
  return first && more.length === 0
    ? `galley.status.publishing.${first.outcome}`
    : 'galley.review.publishing.over';
}
