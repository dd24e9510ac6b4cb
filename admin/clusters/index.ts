import Icon from '@mui/icons-material/HubOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./ClusterList.tsx').then((page) => page.ClusterList));
export const show = lazyPage(() => import('./ClusterPage.tsx').then((page) => page.ClusterPage));
export const icon = Icon;
export const recordRepresentation = 'name';
