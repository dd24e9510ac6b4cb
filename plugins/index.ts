import type { AnyStage } from '#stage';
import clusterKeywords from './cluster-keywords/index.ts';
import generateContent from './generate-content/index.ts';
import generateIdeas from './generate-ideas/index.ts';
import generateImagePrompts from './generate-image-prompts/index.ts';
import generateImages from './generate-images/index.ts';
import queueTasks from './queue-tasks/index.ts';
import reviewGate from './review-gate/index.ts';

/** The pipeline, in order. */
export const stages: readonly AnyStage[] = [
  clusterKeywords,
  generateIdeas,
  queueTasks,
  generateContent,
  generateImagePrompts,
  generateImages,
  reviewGate,
];
