import { enumType } from './enum-type.ts';

/** What works on a stage: the AI, this server alone, or nobody but a person. */
export const stageKindType = enumType(
  { Ai: 'ai', Local: 'local', Gate: 'gate' },
  'StageKind',
  'What a stage is: AI calls, local work, or a gate where everything stops.',
  {
    Ai: 'It calls an AI.',
    Local: 'It works without one.',
    Gate: 'It does nothing: here a person takes over.',
  },
);
