import Icon from '@mui/icons-material/PlayCircleOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./history/RunList.tsx').then((page) => page.RunList));
export const show = lazyPage(() => import('./history/RunShow.tsx').then((page) => page.RunShow));
export const icon = Icon;
export const recordRepresentation = 'runId';
