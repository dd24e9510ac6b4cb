import Icon from '@mui/icons-material/VpnKeyOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./ApiKeyList.tsx').then((page) => page.ApiKeyList));
export const icon = Icon;
export const recordRepresentation = 'name';
