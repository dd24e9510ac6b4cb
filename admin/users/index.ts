import Icon from '@mui/icons-material/PeopleOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./UserList.tsx').then((page) => page.UserList));
export const icon = Icon;
export const recordRepresentation = 'name';
