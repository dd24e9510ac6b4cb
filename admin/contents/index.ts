import Icon from '@mui/icons-material/ArticleOutlined';
import { lazyPage } from '../shell/lazy-page.ts';

export const list = lazyPage(() => import('./ContentList.tsx').then((page) => page.ContentList));
export const icon = Icon;
export const recordRepresentation = 'title';
