import Icon from '@mui/icons-material/KeyOutlined';
import { createElement } from 'react';
import { Route } from 'react-router-dom';
import { lazyPage } from '../shell/lazy/lazy-page.ts';

const Imports = lazyPage(() => import('./import/ImportsPage.tsx').then((page) => page.ImportsPage));
const Receipt = lazyPage(() => import('./import/ReceiptPage.tsx').then((page) => page.ReceiptPage));

export const list = lazyPage(() => import('./KeywordList.tsx').then((page) => page.KeywordList));
/** Pages below the list's own. */
export const children = [
  createElement(Route, { key: 'imports', path: 'imports', element: createElement(Imports) }),
  createElement(Route, { key: 'receipt', path: 'imports/:id', element: createElement(Receipt) }),
];
export const icon = Icon;
export const recordRepresentation = 'phrase';
