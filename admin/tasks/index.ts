import Icon from '@mui/icons-material/AssignmentOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./TaskList.tsx').then((page) => page.TaskList));
export const show = lazyPage(() => import('./TaskPage.tsx').then((page) => page.TaskPage));
export const icon = Icon;
export const recordRepresentation = 'title';
