import Icon from '@mui/icons-material/KeyOutlined';
import { lazyPage } from '../shell/lazy-page.ts';

export const list = lazyPage(() => import('./KeywordList.tsx').then((page) => page.KeywordList));
export const icon = Icon;
export const recordRepresentation = 'phrase';
