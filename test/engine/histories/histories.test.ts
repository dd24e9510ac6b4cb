import { specifyAgreement } from './agreement.ts';

// A tenth of them: the thousand are among the chaos runs.
await specifyAgreement([1, 2], 100);
