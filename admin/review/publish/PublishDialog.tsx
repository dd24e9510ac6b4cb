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
import type { ReviewRow } from '../data.ts';
import { PublishList } from './PublishList.tsx';
import { usePublishing } from './use-publishing.ts';

interface PublishDialogProps {
  readonly drafts: readonly ReviewRow[];
  readonly onClose: () => void;
  /** Told which are published. */
  readonly onDone: (ids: readonly string[]) => void;
}

/** Says what will be published, and then what came of each. It stays open until it is read. */
export function PublishDialog({ drafts, onClose, onDone }: PublishDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const { state, results, problem, publish } = usePublishing(drafts);
  const smart_count = drafts.length;
  const isBusy = state === 'working';
  const isOver = state === 'done';
  const published = results.filter(({ outcome }) => outcome === 'PUBLISHED').length;
  const unapproved = drafts.filter(({ approved }) => !approved).length;
  const start = async () => onDone(await publish());
  return (
    <Dialog open onClose={isBusy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        {translate(isOver ? 'galley.review.publishing.over' : 'galley.review.publishing.title', {
          smart_count,
          published,
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
        <Box role="status" sx={{ mb: isBusy || isOver ? 1.5 : 0 }}>
          {isBusy && translate('galley.review.publishing.working', { done: results.length, smart_count })}
          {isOver && translate('galley.review.publishing.told', { published, left: smart_count - published })}
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
