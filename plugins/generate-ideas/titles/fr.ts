import type { TitleBook } from './title-book.ts';

export const fr: TitleBook = {
  titles: {
    guide: [
      '{phrase} : le guide du débutant',
      '{phrase} : tout comprendre simplement',
      '{phrase} : l’essentiel en dix minutes',
      '{phrase} : conseils tirés de la pratique',
      '{phrase} : le manuel du quotidien',
    ],
    'how-to': [
      '{phrase} : la marche à suivre, étape par étape',
      '{phrase} : réussir dès la première fois',
      '{phrase} : la méthode simple et ses pièges',
      '{phrase} : y arriver sans matériel particulier',
      '{phrase} : la liste de contrôle à garder sous la main',
    ],
    comparison: [
      '{phrase} : les différences en un coup d’œil',
      '{phrase} : quel choix vous convient',
      '{phrase} : le comparatif équitable',
      '{phrase} : options, prix et compromis côte à côte',
      '{phrase} : les points forts de chaque option',
    ],
    list: [
      '{phrase} : notre sélection pour chaque besoin',
      '{phrase} : de bonnes options et à qui elles conviennent',
      '{phrase} : la courte liste, avec ses raisons',
      '{phrase} : les types à connaître',
      '{phrase} : des idées pour commencer',
    ],
    review: [
      '{phrase} : est-ce que cela vaut la peine ?',
      '{phrase} : avantages, inconvénients et verdict honnête',
      '{phrase} : ce que révèle l’usage quotidien',
      '{phrase} : les promesses passées au crible',
      '{phrase} : le bilan des expériences',
    ],
    buy: [
      '{phrase} : à quoi s’attendre pour son argent',
      '{phrase} : le guide d’achat',
      '{phrase} : où économiser et où ne pas le faire',
      '{phrase} : le budget de la première année',
      '{phrase} : les vérifications avant de payer',
    ],
    question: [
      '{phrase} : la réponse courte et le contexte',
      '{phrase} : réponses aux questions fréquentes',
      '{phrase} : faits et idées reçues',
      '{phrase} : des mots clairs, sans jargon',
      '{phrase} : les raisons, exemples à l’appui',
    ],
    local: [
      '{phrase} : trouver une bonne adresse',
      '{phrase} : que regarder lors d’une première visite',
      '{phrase} : les questions à poser sur place',
      '{phrase} : reconnaître une maison sérieuse',
      '{phrase} : le tour du quartier',
    ],
  },
  briefs: {
    guide:
      'Présente « {phrase} » depuis le début : les termes, les décisions, les erreurs courantes et un premier pas.',
    'how-to':
      'Montre en étapes numérotées ce que cherchent à faire les lecteurs de « {phrase} », et ce qui échoue souvent.',
    comparison:
      'Compare les options derrière « {phrase} » selon les mêmes critères, dans un tableau, et dit à qui chacune convient.',
    list: 'Propose des choix sensés pour « {phrase} », chacun avec sa raison et le lecteur à qui il convient.',
    review: 'Pèse le pour et le contre de « {phrase} » et rend un verdict qui dit pour qui il vaut.',
    buy: 'Aide avant une dépense liée à « {phrase} » : prix, coûts d’usage et vérifications avant de payer.',
    question:
      'Répond à « {phrase} » dès le premier paragraphe, donne ensuite les raisons et finit par des questions voisines.',
    local: 'Aide les lecteurs qui cherchent « {phrase} » à trouver et à juger une adresse près de chez eux.',
  },
};
