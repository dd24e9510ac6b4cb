import Icon from '@mui/icons-material/LightbulbOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./IdeaList.tsx').then((page) => page.IdeaList));
export const show = lazyPage(() => import('./IdeaPage.tsx').then((page) => page.IdeaPage));
export const icon = Icon;
export const recordRepresentation = 'title';
