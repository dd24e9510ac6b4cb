import type { ArticleBrief } from '../../../plugins/generate-image-prompts/article-brief.ts';
import type { Painting, Pictures } from '../subjects.ts';
import { anArticle } from './good-article.ts';

const { assignment, draft } = anArticle();

const brief: ArticleBrief = {
  site: assignment.site,
  title: draft.title,
  excerpt: draft.excerpt,
  keywords: draft.keywords,
  places: [
    { position: 0, heading: null, text: 'Opening.' },
    { position: 1, heading: 'Grains', text: 'Text.' },
  ],
};
const [jug, grains] = [
  {
    position: 0,
    prompt:
      'A glass jug of cold brew on a wooden table by a window, seen wide, calm space around it, soft daylight.',
    alt: 'A jug of cold brew on a table by a window',
  },
  {
    position: 1,
    prompt:
      'Coarse coffee grains heaped on a spoon, seen from close by, every edge sharp, muted natural colours.',
    alt: 'Coarse coffee grains on a spoon',
  },
];
const spanish =
  'Una jarra de café frío sobre una mesa de madera junto a la ventana, con mucha luz y sin nadie en la cocina, como si la mañana acabara de empezar y todo estuviera en calma antes de que llegue la gente de la casa para el desayuno de los domingos.';

export const goodPictures: Pictures = { brief, images: [jug, grains], answers: { given: 1, right: 1 } };

const images = (...given: Pictures['images']) => ({ ...goodPictures, images: given });

/** What was made badly on purpose, by the one rule that each breaks. */
export const badPictures: Readonly<Record<string, Pictures>> = {
  'valid answers': { ...goodPictures, answers: { given: 3, right: 1 } },
  'every place': images(jug, { ...grains, position: 2 }),
  'alt texts': images(jug, { ...grains, alt: 'Image of coffee' }),
  'prompts in English': images(jug, { ...grains, prompt: `${spanish} ${spanish}` }),
  'prompt length': images(jug, { ...grains, prompt: 'Coffee grains on a spoon.' }),
  'no near-duplicates': images(jug, { ...grains, prompt: `${jug.prompt} The soft daylight.` }),
};

const asked = { width: 1200, height: 675 };
const picture = { bytes: new Uint8Array() };
export const goodPainting: Painting = { picture, found: asked, asked };

export const badPaintings: Readonly<Record<string, Painting>> = {
  'is a picture': { ...goodPainting, found: null },
  size: { ...goodPainting, found: { width: 512, height: 288 } },
};
