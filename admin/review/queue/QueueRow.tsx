import { Box, ButtonBase, Checkbox } from '@mui/material';
import { useTranslate } from 'ra-core';
import { memo } from 'react';
import { Age } from '../../shell/Age.tsx';
import { StatusBadge } from '../../shell/status/StatusBadge.tsx';
import type { ReviewRow } from '../data.ts';

interface QueueRowProps {
  readonly draft: ReviewRow;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onOpen: (id: string) => void;
  /** None where nothing can be selected. */
  readonly onToggle: ((ids: readonly string[], isOn: boolean) => void) | undefined;
}

/** A draft in the queue. */
export const QueueRow = memo(function QueueRow({ draft, isOpen, isSelected, ...on }: QueueRowProps) {
  const translate = useTranslate();
  const { id, title, wordCount, createdAt, imageCounts, approved } = draft;
  const { onToggle } = on;
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', py: 0.25, pl: 0.25 }}>
      {onToggle && (
        <Checkbox
          checked={isSelected}
          onChange={(_, isOn) => onToggle([id], isOn)}
          aria-label={translate('galley.review.select', { title })}
          sx={{ mt: 0.25, p: 0.5 }}
        />
      )}
      <ButtonBase
        onClick={() => on.onOpen(id)}
        aria-current={isOpen ? 'true' : undefined}
        sx={{
          display: 'block',
          flex: 1,
          minWidth: 0,
          textAlign: 'left',
          px: 1,
          py: 0.75,
          borderRadius: 1,
          backgroundColor: isOpen ? 'bulkActionsToolbarBackgroundColor' : undefined,
          '&:hover': { backgroundColor: isOpen ? 'bulkActionsToolbarBackgroundColor' : 'action.hover' },
        }}
      >
        <Box
          sx={{
            fontSize: '0.8438rem',
            fontWeight: isOpen ? 600 : 500,
            overflowWrap: 'anywhere',
            lineHeight: 1.35,
          }}
        >
          {title}
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 1,
            color: 'text.secondary',
            fontSize: '0.7188rem',
          }}
        >
          <span>{translate('galley.review.row.words', { words: wordCount })}</span>
          <span>{translate('galley.review.row.images', { smart_count: imageCounts.total })}</span>
          <Age at={createdAt} />
          {approved && <StatusBadge kind="decision" status="APPROVED" />}
        </Box>
      </ButtonBase>
    </Box>
  );
});
