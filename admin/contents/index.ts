import Icon from '@mui/icons-material/ArticleOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./ContentList.tsx').then((page) => page.ContentList));
export const edit = lazyPage(() => import('./ContentPage.tsx').then((page) => page.ContentPage));
export const icon = Icon;
export const recordRepresentation = 'title';
