import type { Picture } from '#stage';
import type { ClusteringInput, ClusteringReply } from '../../plugins/cluster-keywords/prompt.ts';
import type { Assignment, Draft, Finish, Outline } from '../../plugins/generate-content/article.ts';
import type { IdeaDraft, IdeasInput } from '../../plugins/generate-ideas/idea-draft.ts';
import type { ArticleBrief, ImagePrompts } from '../../plugins/generate-image-prompts/article-brief.ts';

/** How often a stage's calls were answered, and how often the answer was right as it came. */
export interface Answers {
  readonly given: number;
  readonly right: number;
}

export interface Clusters {
  readonly input: ClusteringInput;
  readonly reply: ClusteringReply;
  readonly answers: Answers;
}

export interface Ideas {
  readonly input: IdeasInput;
  readonly ideas: readonly IdeaDraft[];
  readonly answers: Answers;
}

export interface Article {
  readonly assignment: Assignment;
  readonly outline: Outline;
  /** HTML of the sections as the model gave them, before anything was taken out. */
  readonly sections: readonly string[];
  readonly finish: Finish;
  readonly draft: Draft;
  readonly answers: Answers;
}

export interface Pictures {
  readonly brief: ArticleBrief;
  readonly images: ImagePrompts['images'];
  readonly answers: Answers;
}

export interface Painting {
  readonly picture: Pick<Picture, 'bytes'>;
  /** What is really in its bytes. */
  readonly found: { readonly width: number; readonly height: number } | null;
  readonly asked: { readonly width: number; readonly height: number };
}
