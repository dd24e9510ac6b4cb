import type { SvgIconComponent } from '@mui/icons-material';
import BlockIcon from '@mui/icons-material/Block';
import CancelIcon from '@mui/icons-material/CancelOutlined';
import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import DraftIcon from '@mui/icons-material/EditNoteOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined';
import UnknownIcon from '@mui/icons-material/HelpOutlineOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import PausedIcon from '@mui/icons-material/PauseCircleOutlined';
import RunningIcon from '@mui/icons-material/PlayCircleOutlined';
import QueuedIcon from '@mui/icons-material/PlaylistAddCheckOutlined';
import PublishedIcon from '@mui/icons-material/PublicOutlined';
import NewIcon from '@mui/icons-material/RadioButtonUncheckedOutlined';
import ReviewIcon from '@mui/icons-material/RateReviewOutlined';
import WaitingIcon from '@mui/icons-material/ScheduleOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import type {
  ActivityLevel,
  ClusterStatus,
  ContentStatus,
  Decision,
  IdeaStatus,
  ImageStatus,
  KeywordStatus,
  PublishOutcome,
  RunStatus,
  TaskStatus,
} from '../../data/gql/enums.ts';

export interface Look {
  readonly icon: SvgIconComponent;
  /** A colour of the theme. */
  readonly tone: string;
}

/** Each kind of status the API knows; a value that is new there does not compile here. */
interface Looks {
  readonly keyword: Record<KeywordStatus, Look>;
  readonly cluster: Record<ClusterStatus, Look>;
  readonly idea: Record<IdeaStatus, Look>;
  readonly task: Record<TaskStatus, Look>;
  readonly content: Record<ContentStatus, Look>;
  readonly image: Record<ImageStatus, Look>;
  readonly run: Record<RunStatus, Look>;
  readonly level: Record<ActivityLevel, Look>;
  readonly publishing: Record<PublishOutcome, Look>;
  readonly decision: Record<Decision, Look>;
  /** Beside an item's status: what keeps it where it is. */
  readonly item: Record<'FAILED' | 'DISABLED', Look>;
}

export type StatusKind = keyof Looks;

const isNew: Look = { icon: NewIcon, tone: 'info.main' };
const waiting: Look = { icon: WaitingIcon, tone: 'text.secondary' };
const queued: Look = { icon: QueuedIcon, tone: 'info.main' };
const running: Look = { icon: RunningIcon, tone: 'info.main' };
const paused: Look = { icon: PausedIcon, tone: 'warning.main' };
const warning: Look = { icon: WarningIcon, tone: 'warning.main' };
const done: Look = { icon: DoneIcon, tone: 'success.main' };
const failed: Look = { icon: ErrorIcon, tone: 'error.main' };
const published: Look = { icon: PublishedIcon, tone: 'success.main' };
const info: Look = { icon: InfoIcon, tone: 'text.secondary' };
const off: Look = { icon: BlockIcon, tone: 'text.secondary' };

const known: Looks = {
  keyword: { NEW: isNew, MAPPED: done },
  cluster: { NEW: isNew, MAPPED: done },
  idea: { NEW: isNew, QUEUED: queued, COMPLETED: done },
  task: { QUEUED: queued, COMPLETED: done },
  content: {
    DRAFT: { icon: DraftIcon, tone: 'text.secondary' },
    REVIEW: { icon: ReviewIcon, tone: 'warning.main' },
    PUBLISHED: published,
  },
  image: { PENDING: waiting, GENERATED: done },
  run: {
    RUNNING: running,
    PAUSED: paused,
    COMPLETED: done,
    FAILED: failed,
    CANCELLED: { icon: CancelIcon, tone: 'text.secondary' },
  },
  level: { INFO: info, SUCCESS: done, WARNING: warning, ERROR: failed },
  publishing: { PUBLISHED: published, ALREADY_PUBLISHED: info, REFUSED: warning, FAILED: failed },
  decision: { APPROVED: done, SENT_BACK: warning, PUBLISHED: published },
  item: { FAILED: failed, DISABLED: off },
};

export const looks: Readonly<Record<StatusKind, Readonly<Record<string, Look>>>> & {
  readonly unknown: Look;
} = { ...known, unknown: { icon: UnknownIcon, tone: 'text.secondary' } };
