import CancelIcon from '@mui/icons-material/CancelOutlined';
import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import FailedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import HeldIcon from '@mui/icons-material/HourglassEmptyOutlined';
import PausedIcon from '@mui/icons-material/PauseCircleOutlined';
import RunningIcon from '@mui/icons-material/PlayCircleOutlined';
import ReviewIcon from '@mui/icons-material/RateReviewOutlined';
import WaitingIcon from '@mui/icons-material/ScheduleOutlined';
import SkippedIcon from '@mui/icons-material/SkipNextOutlined';
import CreditsIcon from '@mui/icons-material/TollOutlined';
import type { Look } from '../../shell/status/looks.ts';
import type { StageState } from './stage-state.ts';

/** Each state of a stage by its sign and its colour; its word stands beside them. */
export const stateLooks: Readonly<Record<StageState, Look>> = {
  waiting: { icon: WaitingIcon, tone: 'text.secondary' },
  running: { icon: RunningIcon, tone: 'info.main' },
  held: { icon: HeldIcon, tone: 'warning.main' },
  paused: { icon: PausedIcon, tone: 'warning.main' },
  credits: { icon: CreditsIcon, tone: 'warning.main' },
  completed: { icon: DoneIcon, tone: 'success.main' },
  skipped: { icon: SkippedIcon, tone: 'text.secondary' },
  failed: { icon: FailedIcon, tone: 'error.main' },
  cancelled: { icon: CancelIcon, tone: 'text.secondary' },
  unreached: { icon: CancelIcon, tone: 'text.secondary' },
  review: { icon: ReviewIcon, tone: 'warning.main' },
};
