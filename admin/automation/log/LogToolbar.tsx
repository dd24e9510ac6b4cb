import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import FollowIcon from '@mui/icons-material/VerticalAlignBottomOutlined';
import { Box, Button, IconButton, MenuItem, TextField, ToggleButton, Tooltip } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import type { StageFacts } from '../run/use-run.ts';
import type { ActivityRow } from './log-rows.ts';
import type { ActivityState } from './use-activity.ts';

const levels = ['INFO', 'SUCCESS', 'WARNING', 'ERROR'] as const;

interface Props {
  readonly log: ActivityState;
  readonly stages: readonly Pick<StageFacts, 'key' | 'number' | 'title'>[];
  readonly isFollowing: boolean;
  onFollow(isWanted: boolean): void;
  onFull(): void;
}

/** Which rows of the log are shown, and what can be done with them. */
export function LogToolbar({ log, stages, isFollowing, onFollow, onFull }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const { filter, setFilter, view } = log;
  const say = (key: string) => translate(`galley.automation.log.${key}`);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(view.rows.map(asText).join('\n'));
      notify(translate('galley.automation.log.copied', { smart_count: view.rows.length }), { type: 'info' });
    } catch {
      notify(say('notCopied'), { type: 'warning' });
    }
  };
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        '& .MuiTextField-root': { m: 0, width: 'auto' },
      }}
    >
      <TextField
        label={say('search')}
        type="search"
        value={filter.search}
        onChange={({ target }) => setFilter({ ...filter, search: target.value })}
      />
      <TextField
        select
        label={say('byStage')}
        value={filter.stage}
        sx={{ minWidth: 112 }}
        onChange={({ target }) => setFilter({ ...filter, stage: target.value })}
      >
        <MenuItem value="">{say('allStages')}</MenuItem>
        {stages.map(({ key, number, title }) => (
          <MenuItem key={key} value={key}>
            {number}. {title}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={say('byLevel')}
        value={filter.level}
        sx={{ minWidth: 112 }}
        onChange={({ target }) => setFilter({ ...filter, level: target.value })}
      >
        <MenuItem value="">{say('allLevels')}</MenuItem>
        {levels.map((level) => (
          <MenuItem key={level} value={level}>
            {translate(`galley.status.level.${level}`)}
          </MenuItem>
        ))}
      </TextField>
      <ToggleButton
        size="small"
        value="follow"
        selected={isFollowing}
        onChange={() => onFollow(!isFollowing)}
        sx={{ gap: 0.5, textTransform: 'none', py: '5px' }}
      >
        <FollowIcon fontSize="small" />
        {say('follow')}
      </ToggleButton>
      <Tooltip title={say('copy')}>
        <IconButton aria-label={say('copy')} onClick={() => void copy()}>
          <CopyIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Button variant="outlined" onClick={onFull}>
        {say('full')}
      </Button>
    </Box>
  );
}

function asText({ at, level, stageNumber, message }: ActivityRow): string {
  const stage = stageNumber ? `Stage ${stageNumber}: ` : '';
  return `${at} ${level} ${stage}${message}`;
}
