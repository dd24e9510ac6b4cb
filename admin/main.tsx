import '@fontsource-variable/inter/wght.css';
import './fonts/arrows.css';
import { createRoot } from 'react-dom/client';
import { createConsole } from './Console.tsx';
import { createAsk } from './data/ask.ts';
import { createLiveClient } from './data/live/live-client.ts';

const root = document.getElementById('root');
const Console = createConsole({ ask: createAsk(), live: createLiveClient() });
if (root) createRoot(root).render(<Console />);
