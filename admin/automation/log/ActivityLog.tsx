import { Box, Button, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { Panel } from '../../shell/Panel.tsx';
import type { RunFacts, StageFacts } from '../run/use-run.ts';
import { FullLog } from './FullLog.tsx';
import { LogLine, LogLines, lineHeight } from './LogLine.tsx';
import { LogNews } from './LogNews.tsx';
import { LogToolbar } from './LogToolbar.tsx';
import { logClock } from './log-clock.ts';
import { noFilter } from './log-rows.ts';
import { useActivity } from './use-activity.ts';
import { useFollowing } from './use-following.ts';

const height = 420;
/** So many that match a filter fill the list. */
const enough = 50;

/** What of the run the log goes by. */
export type LogRun = Pick<RunFacts, 'id' | 'runId' | 'status' | 'trimmedAt' | 'seq'> & {
  readonly stages: readonly Pick<StageFacts, 'key' | 'number' | 'title'>[];
};

/** What happens in a run, as it happens, and as far back as one scrolls. */
export const ActivityLog = memo(function ActivityLog({ run }: { run: LogRun }) {
  const translate = useTranslate();
  const locale = useLocale();
  const clock = useMemo(() => logClock(locale), [locale]);
  const log = useActivity(run.id, run.seq, run.status);
  const { view, loadEarlier, isLoading, hasFailed } = log;
  const list = useRef<VirtuosoHandle>(null);
  const { isFollowing, setIsFollowing, listeners } = useFollowing();
  const [met, setMet] = useState<number>();
  const [isFullOpen, setIsFullOpen] = useState(false);
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set());
  const onToggle = useCallback((seq: number) => setExpanded((before) => toggled(before, seq)), []);
  const follow = (isWanted: boolean) => {
    setIsFollowing(isWanted);
    setMet(undefined);
    if (isWanted) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
  };
  const onMet = useCallback(
    (seq: number) => {
      setMet(seq);
      setIsFollowing(false);
    },
    [setIsFollowing],
  );
  const { rows, isWhole } = view;
  const last = rows.at(-1)?.seq;
  const isSearching =
    log.filter !== noFilter && rows.length < enough && !isWhole && !hasFailed && view.loaded > 0;
  // Page by page, until there is something to see or nothing left to look through.
  useEffect(() => {
    if (isSearching && !isLoading) void loadEarlier();
  }, [isSearching, isLoading, loadEarlier]);
  return (
    <Panel
      title={translate('galley.automation.log.title')}
      isPadded={false}
      actions={
        <LogToolbar
          log={log}
          stages={run.stages}
          isFollowing={isFollowing}
          onFollow={follow}
          onFull={() => setIsFullOpen(true)}
        />
      }
    >
      <LogNews rows={rows} seq={run.seq} />
      {!isWhole && view.loaded > 0 && (
        <Box sx={{ px: 1, py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
          <Button size="small" disabled={isLoading} onClick={() => void loadEarlier()}>
            {translate(`galley.automation.log.${isLoading ? 'loading' : hasFailed ? 'again' : 'earlier'}`)}
          </Button>
        </Box>
      )}
      <LogLines>
        {rows.length === 0 && (
          <Typography sx={{ px: 2, py: 3, color: 'text.secondary' }}>
            {translate(
              isSearching ? 'galley.automation.log.loading' : emptyWords(view.loaded, run.trimmedAt),
            )}
          </Typography>
        )}
        <Virtuoso
          ref={list}
          {...listeners}
          role="log"
          aria-live="off"
          aria-label={translate('galley.automation.log.title')}
          style={{ height: rows.length === 0 ? 0 : height }}
          data={rows}
          firstItemIndex={view.firstIndex}
          initialTopMostItemIndex={Math.max(0, rows.length - 1)}
          defaultItemHeight={lineHeight}
          increaseViewportBy={120}
          followOutput={() => isFollowing}
          atBottomThreshold={lineHeight}
          atBottomStateChange={(isAtEnd) => isAtEnd && setIsFollowing(true)}
          startReached={() => void loadEarlier()}
          computeItemKey={(_, { seq }) => seq}
          itemContent={(_, row) => (
            <LogLine
              {...{ row, clock, onToggle, onMet }}
              isExpanded={expanded.has(row.seq)}
              isTabStop={row.seq === (met ?? last)}
            />
          )}
        />
      </LogLines>
      {isFullOpen && <FullLog run={run} onClose={() => setIsFullOpen(false)} />}
    </Panel>
  );
}, isSame);

/** A run changes several times a second, what the log goes by seldom: `seq` counts but at first. */
function isSame({ run }: { run: LogRun }, { run: next }: { run: LogRun }): boolean {
  return run.id === next.id && run.status === next.status && run.trimmedAt === next.trimmedAt;
}

function toggled(before: ReadonlySet<number>, seq: number): ReadonlySet<number> {
  const after = new Set(before);
  if (!after.delete(seq)) after.add(seq);
  return after;
}

function emptyWords(loaded: number, trimmedAt: unknown): string {
  if (loaded > 0) return 'galley.automation.log.noMatch';
  return trimmedAt ? 'galley.automation.log.trimmed' : 'galley.automation.log.empty';
}
