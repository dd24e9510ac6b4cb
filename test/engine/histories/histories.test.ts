import { specifyAgreement } from './agreement.ts';

// A twentieth of them: the thousand are among the chaos runs.
await specifyAgreement([1, 2], 50);
