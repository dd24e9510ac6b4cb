import type { WordLists } from './word-lists.ts';

export const fr: WordLists = {
  intents: {
    local: 'près de chez moi, près de moi, près, à proximité, proximité, autour de moi, ouvert maintenant',
    comparison: 'vs, versus, comparatif, comparaison, comparer, différence, différences, ou, mieux que',
    'how-to': 'comment, comment faire, tutoriel, tuto, étape par étape, soi-même, fait maison, mode d’emploi',
    review: 'avis, test, tests, critique, note, notes, vaut le coup, avantages et inconvénients, testé',
    list: 'meilleur, meilleure, meilleurs, meilleures, top, idées, idée, exemples, liste, types de, types, sortes, alternative, alternatives, classement, recommandations',
    buy: 'acheter, achat, prix, tarif, tarifs, coût, combien coûte, pas cher, pas chère, cher, promo, promotion, soldes, réduction, commander, en ligne, ligne, boutique, magasin, vente, livraison',
    question:
      'que, quoi, qu’est-ce que, quel, quelle, quels, quelles, pourquoi, quand, qui, où, combien, combien de temps, peut-on, est-ce que, faut-il, définition, signification',
    guide:
      'guide, conseils, conseil, astuces, bases, introduction, débutant, débutants, pour débutants, checklist, aide',
  },
  fillers:
    'facile, facilement, simple, rapide, rapidement, nouveau, nouvelle, bon, bonne, parfait, complet, gratuit, populaire, professionnel, faire, utiliser, choisir, bien, france, année, façon, sans',
  modifiers:
    'petit, petite, grand, grande, mini, portable, compact, électrique, manuel, automatique, sans fil, maison, cuisine, intérieur, extérieur, bureau, jardin, kit, pièces, accessoires, réparation, réparer, nettoyer, nettoyage, entretien, taille, plan, temps, méthode, naturel, naturelle, bio, enfant, enfants, femme, homme, marque, marques, modèle, couleur, design, qualité, hiver, été, nuit, jour, service, installation, eau, plastique, métal, inox, bois, verre, support, produit, problème',
  actions: 'brancher, convertir, détartrer, enlever, installer, remplacer, réparer, supprimer, tailler',
  stopWords:
    'le, la, les, l, un, une, des, du, de, d, et, ou, à, au, aux, en, dans, sur, sous, pour, par, avec, sans, chez, ce, cet, cette, ces, mon, ma, mes, ton, ta, tes, son, sa, ses, notre, nos, votre, vos, leur, leurs, je, tu, il, elle, on, nous, vous, ils, elles, me, te, se, y, est, sont, être, a, ont, avoir, ne, pas, plus, que, qui, quoi, quel, quelle, quels, quelles, comment, pourquoi, quand, où, si, mais, comme, entre, moi, soi, même, très, tout, tous, faut, peut, c, s, n, j, m, t, qu',
  telling: 'sans, sous, pas, plus, quand, où, pourquoi',
  towards: 'à, a, au, aux, en, vers',
};
