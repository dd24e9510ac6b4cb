import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { memo } from 'react';
import { looks } from '../../shell/status/looks.ts';
import type { LogClock } from './log-clock.ts';
import type { ActivityRow } from './log-rows.ts';

/** Height of a line that is not expanded, in px. */
export const lineHeight = 28;

interface Props {
  readonly row: ActivityRow;
  readonly clock: LogClock;
  readonly isExpanded: boolean;
  /** Whether it is the one row that the Tab key leads to. */
  readonly isTabStop: boolean;
  onToggle(seq: number): void;
  /** Called when somebody comes to it. */
  onMet(seq: number): void;
}

/** A row of the log: one line, or all of what it says. Styled by the list around it: there are many. */
export const LogLine = memo(function LogLine(props: Props) {
  const { row, clock, isExpanded, isTabStop, onToggle, onMet } = props;
  const translate = useTranslate();
  const { icon: Icon } = looks.level[row.level] ?? looks.unknown;
  const at = new Date(row.at);
  return (
    <div className={`line ${row.level} ${isExpanded ? 'expanded' : ''}`}>
      <time dateTime={row.at} title={clock.dayAndTimeOf(at)}>
        {clock.timeOf(at)}
      </time>
      <span className="level">
        <Icon aria-hidden />
        {translate(`galley.status.level.${row.level}`)}
      </span>
      <button
        type="button"
        className="message"
        aria-expanded={isExpanded}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => onMet(row.seq)}
        onClick={() => onToggle(row.seq)}
      >
        {row.message}
      </button>
    </div>
  );
});

/** The look of all lines within. */
export function LogLines({ children }: { children: React.ReactNode }) {
  return (
    <Box
      sx={{
        fontSize: '0.8125rem',
        '& .line': {
          display: 'grid',
          gridTemplateColumns: { xs: '66px 22px minmax(0, 1fr)', md: '72px 92px minmax(0, 1fr)' },
          alignItems: 'start',
          px: 2,
          minHeight: lineHeight,
          lineHeight: `${lineHeight}px`,
          color: 'text.secondary',
          '&:hover': { bgcolor: 'action.hover' },
        },
        '& .level': {
          height: lineHeight,
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          overflow: 'hidden',
          whiteSpace: 'nowrap',
          '& svg': { fontSize: 16, flexShrink: 0 },
        },
        '& .message': {
          all: 'unset',
          cursor: 'pointer',
          color: 'text.primary',
          overflow: 'hidden',
          whiteSpace: 'nowrap',
          textOverflow: 'ellipsis',
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
        },
        '& .expanded .message': {
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          lineHeight: 1.5,
          py: 0.5,
        },
        '& .SUCCESS .level': { color: 'success.main' },
        '& .WARNING .level': { color: 'warning.main' },
        '& .ERROR .level': { color: 'error.main' },
        '& .ERROR .message': { color: 'error.main' },
      }}
    >
      {children}
    </Box>
  );
}
