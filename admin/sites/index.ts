import Icon from '@mui/icons-material/LanguageOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./SiteManagement.tsx').then((page) => page.SiteManagement));
export const create = lazyPage(() => import('./SiteCreate.tsx').then((page) => page.SiteCreate));
export const edit = lazyPage(() => import('./SiteSettings.tsx').then((page) => page.SiteSettings));
export const icon = Icon;
export const recordRepresentation = 'name';
