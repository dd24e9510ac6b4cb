import Icon from '@mui/icons-material/PaymentsOutlined';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

export const list = lazyPage(() => import('./CreditList.tsx').then((page) => page.CreditList));
export const icon = Icon;
export const recordRepresentation = 'id';
