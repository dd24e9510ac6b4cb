import ApproveIcon from '@mui/icons-material/CheckOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import QueueIcon from '@mui/icons-material/FormatListBulleted';
import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import BeforeIcon from '@mui/icons-material/KeyboardArrowUp';
import KeysIcon from '@mui/icons-material/KeyboardOutlined';
import PublishIcon from '@mui/icons-material/PublicOutlined';
import SendBackIcon from '@mui/icons-material/UndoOutlined';
import { Box, Button, IconButton, Tooltip } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { heardOnly } from '../shell/heard-only.ts';
import type { Desk } from './use-desk.ts';

interface DeskBarProps {
  readonly desk: Desk;
  readonly count: number;
  readonly mayReview: boolean;
  readonly mayEdit: boolean;
  readonly onApprove: () => void;
  readonly onSendBack: () => void;
  readonly onEdit: () => void;
  readonly onPublish: () => void;
  readonly onKeys: () => void;
  readonly onQueue: () => void;
}

/** What can be decided about the open draft, each also by a key; it stays in sight. */
export function DeskBar({ desk, count, mayReview, mayEdit, ...on }: DeskBarProps) {
  const translate = useTranslate();
  const { current, index } = desk;
  return (
    <Box
      role="toolbar"
      aria-label={translate('galley.review.bar')}
      sx={{
        position: 'sticky',
        top: 52,
        zIndex: 4,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 0.75,
        py: 1,
        mb: 2,
        backgroundColor: 'background.default',
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box sx={decisions}>
        {mayReview && (
          <>
            <Button
              variant="contained"
              startIcon={<ApproveIcon />}
              onClick={on.onApprove}
              disabled={Boolean(current?.approved)}
              aria-keyshortcuts="a"
            >
              {translate(current?.approved ? 'galley.review.isApproved' : 'galley.review.approve')}
            </Button>
            <Button startIcon={<SendBackIcon />} onClick={on.onSendBack} aria-keyshortcuts="r">
              {translate('galley.review.sendBack')}
            </Button>
          </>
        )}
        {mayEdit && (
          <Button startIcon={<EditIcon />} onClick={on.onEdit} aria-keyshortcuts="e">
            {translate('galley.review.edit')}
          </Button>
        )}
        {mayReview && (
          <Button startIcon={<PublishIcon />} onClick={on.onPublish} aria-keyshortcuts="p">
            {translate('galley.review.publish')}
          </Button>
        )}
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.5,
          order: { xs: -1, sm: 0 },
          flexGrow: { xs: 1, sm: 0 },
        }}
      >
        <Button startIcon={<QueueIcon />} onClick={on.onQueue} sx={{ display: { md: 'none' } }}>
          {translate('galley.review.queue')}
        </Button>
        <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', ml: 'auto', mr: 0.5 }}>
          {translate('galley.review.place', { nth: index + 1, count })}
        </Box>
        <Box role="status" sx={heardOnly}>
          {current && translate('galley.review.opened', { nth: index + 1, count, title: current.title })}
        </Box>
        <Sign name="galley.review.before" keys="k" onClick={() => desk.step(-1)} isOff={index === 0}>
          <BeforeIcon />
        </Sign>
        <Sign name="galley.review.next" keys="j" onClick={() => desk.step(1)} isOff={index === count - 1}>
          <NextIcon />
        </Sign>
        <Sign name="galley.review.keys.title" keys="?" onClick={on.onKeys}>
          <KeysIcon />
        </Sign>
      </Box>
    </Box>
  );
}

/** In one line, also on a narrow screen. */
const decisions = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 0.5,
  flex: 1,
  minWidth: { xs: '100%', sm: 360 },
  '& .MuiButton-root': { whiteSpace: 'nowrap', minWidth: 0 },
  '& .MuiButton-startIcon': { display: { xs: 'none', sm: 'inherit' } },
};

interface SignProps {
  readonly name: string;
  readonly keys: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
  readonly children: ReactNode;
}

function Sign({ name, keys, onClick, isOff = false, children }: SignProps) {
  const translate = useTranslate();
  const text = translate(name);
  return (
    <Tooltip title={`${text} (${keys.toUpperCase()})`}>
      <span>
        <IconButton
          size="small"
          onClick={onClick}
          disabled={isOff}
          aria-label={text}
          aria-keyshortcuts={keys}
        >
          {children}
        </IconButton>
      </span>
    </Tooltip>
  );
}
