import Icon from '@mui/icons-material/ImageOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./ImageList.tsx').then((page) => page.ImageList));
export const icon = Icon;
export const recordRepresentation = 'prompt';
