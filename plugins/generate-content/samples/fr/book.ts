import type { Phrasebook } from '../phrasebook.ts';
import { choosing } from './choosing.ts';
import { doing } from './doing.ts';

export const fr: Phrasebook = {
  language: 'fr',
  note: [
    'Texte d’exemple',
    'Cet article a été composé sans modèle d’IA, pour montrer à quoi ressemble un brouillon. Il n’est pas destiné à être publié.',
  ],
  summaryTitle: 'En bref',
  labelEnd: '.',
  sentenceGap: ' ',
  extraPoints: 0,
  openings: {
    guide:
      'Qui s’intéresse pour la première fois au sujet « {topic} » rencontre beaucoup de conseils, et tous ne s’accordent pas.',
    'how-to':
      'La plupart des choses paraissent plus difficiles qu’elles ne le sont, et la recherche « {keyword} » en est un bon exemple.',
    comparison:
      'Quand plusieurs options semblent se valoir, une comparaison tranquille aide plus qu’un avis supplémentaire.',
    list: 'Les longues listes de recommandations ne manquent pas ; les raisons d’une recommandation sont plus rares.',
    review: 'Un avis juste dit ce qui est bon, ce qui ne l’est pas, et pour qui l’un ou l’autre compte.',
    question: 'Certaines questions méritent d’abord une réponse courte, et le contexte ensuite.',
    local:
      'Ce qui se trouve tout près suffit souvent, et vaut parfois mieux que tout ce que l’on pourrait commander.',
  },
  covers: 'Le texte s’adresse à ceux qui cherchent {keywords}.',
  phrase: '« {keyword} »',
  promises: [
    'Cet article aborde le sujet « {keyword} » pas à pas : d’abord de quoi il s’agit, puis ce qu’il faut regarder, et enfin ce que vous pouvez en faire. Vous pouvez le lire du début à la fin ou aller directement à la partie qui vous intéresse.',
    'Les parties qui suivent mettent le sujet en ordre pour que vous puissiez décider par vous-même. Chacune se lit séparément, et aucune ne suppose de connaître les termes techniques.',
    'Vous trouverez ci-dessous les points qui font la différence au quotidien, avec des exemples et avec les questions qui reviennent sans cesse autour de « {keyword} ».',
  ],
  descriptions: [
    '« {title} » : ce qui compte, ce qu’il vaut mieux éviter, comment continuer.',
    '« {title} » : l’essentiel, les erreurs courantes et les prochaines étapes.',
    '« {title} » : les points qui font la différence au quotidien.',
  ],
  excerpts: [
    '« {keyword} » : ce qui compte, ce qu’il vaut mieux éviter et comment continuer, sans termes techniques.',
    'Une introduction claire au sujet « {keyword} », avec les points qui font la différence au quotidien.',
    '« {keyword} » : l’essentiel, les erreurs courantes et les prochaines étapes, expliqués pas à pas.',
  ],
  sections: { ...choosing, ...doing },
};
