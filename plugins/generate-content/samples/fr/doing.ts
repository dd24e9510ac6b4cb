import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to do something. */
export const doing = {
  mistakes: {
    headings:
      'Les erreurs courantes et comment les éviter | Ce qui échoue souvent | {topic} : les pièges à connaître',
    leads: [
      'Presque tout le monde commet au début les mêmes erreurs, peu nombreuses. Les connaître épargne de l’argent et quelques agacements.',
      'Demandez à ceux qui ont l’expérience de « {keyword} » ce qu’ils feraient autrement aujourd’hui : les réponses se ressemblent.',
      'Les erreurs font partie de l’apprentissage, mais rien n’oblige à les commettre toutes. Voici les plus fréquentes.',
    ],
    points: [
      'Tout à la fois | Changez une seule chose à la fois, sinon vous ne saurez pas ce qui a aidé.',
      'Acheter avant d’essayer | Empruntez, visitez ou testez en petit avant de vous engager.',
      'Une seule source | Comparez au moins trois avis, dont un critique.',
      'Aucune préparation | Dix minutes au début épargnent une heure à la fin.',
      'Oublier l’entretien | Ce qui est soigné régulièrement dure bien plus longtemps que ce qui est réparé à la hâte.',
      'Renoncer trop tôt | Le troisième essai est en général le premier bon.',
      'Suivre la mode | Ce que tout le monde recommande ce mois-ci sera peut-être oublié le mois prochain.',
      'Accumuler au lieu d’utiliser | Une seule chose bien utilisée vaut mieux que cinq qui ne servent guère.',
      'Se comparer | Les autres montrent leurs meilleurs résultats ; les vôtres doivent seulement vous convenir.',
    ],
    tails: [
      'Si l’une de ces erreurs vous est déjà arrivée, vous êtes en bonne compagnie. Corrigez-la et continuez.',
      'Il suffit d’éviter les deux premières ; avec un peu de pratique, les autres perdent leur importance.',
    ],
    gist: 'La plupart des erreurs viennent de la hâte et s’évitent avec un peu de préparation.',
  },
  next: {
    headings: 'Comment continuer | Vos prochaines étapes | Que faire cette semaine',
    leads: [
      'Lire est un bon début, mais un petit pas dans la pratique vaut davantage. Choisissez une chose dans cet article et faites-la dans les prochains jours.',
      'Si « {keyword} » n’était que le début de votre recherche, le moment est venu d’arrêter d’accumuler et de commencer.',
    ],
    points: [
      'Écrivez en une phrase ce que vous voulez obtenir.',
      'Retenez les deux options les plus proches de votre souhait et laissez les autres de côté.',
      'Parlez avec quelqu’un qui l’a déjà fait, et demandez-lui ce qui l’a surpris.',
      'Fixez une date pour un premier essai, et gardez-le modeste.',
      'Regardez le résultat une semaine plus tard, avec un œil neuf.',
      'Gardez ce qui fonctionne et changez une seule chose pour la fois suivante.',
      'Parlez de votre projet à quelqu’un ; il sera ensuite plus difficile d’y renoncer.',
      'Décidez à l’avance à quoi vous reconnaîtrez un bon résultat.',
    ],
    tails: [
      'Vous en saurez alors plus qu’aucun article ne peut en dire, car vous connaîtrez votre propre cas.',
      'Revenez quand de nouvelles questions apparaîtront. Elles seront meilleures que celles d’aujourd’hui.',
    ],
    gist: 'Un petit pas cette semaine vaut plus que d’autres lectures.',
  },
  faq: {
    headings: 'Questions fréquentes | Questions et réponses | {topic} : ce que l’on demande souvent',
    leads: [
      'Certaines questions reviennent dès que l’on parle de « {keyword} ». Voici des réponses courtes aux plus fréquentes.',
      'Les réponses qui suivent sont brèves à dessein. Chacune peut être le début d’une conversation plus longue.',
    ],
    points: [
      'Combien de temps faut-il pour s’y habituer ? | La plupart des gens se sentent à l’aise après deux ou trois semaines de pratique régulière.',
      'Faut-il un équipement particulier ? | Pas au début. Commencez avec ce que vous avez et n’ajoutez que ce qui vous manque.',
      'Le choix le plus cher est-il toujours le meilleur ? | Non. Au-delà d’un certain niveau, on paie l’apparence et le nom.',
      'À quoi les débutants doivent-ils faire attention ? | À commencer modestement et à prendre des notes ; les décisions suivantes en seront plus faciles.',
      'Comment reconnaître un bon conseil ? | Il indique ses limites et dit pour qui il n’est pas fait.',
      'Peut-on changer d’avis plus tard ? | Presque toujours. Gardez quelque temps les factures et les emballages.',
      'Quand faut-il revoir son choix ? | Une fois par an suffit, sauf si vos besoins ont changé.',
      'Où essayer sans engagement ? | Chez des amis, dans des cours et dans les boutiques sûres de ce qu’elles vendent.',
      'Que faire si le résultat déplaît ? | Changez une chose et réessayez deux fois avant de conclure.',
      'Cela vaut-il la peine pour un usage rare ? | Souvent oui, si l’on emprunte ou si l’on achète d’occasion.',
    ],
    tails: [
      'Votre question manque ? Notez-la et posez-la là où vous achetez ou apprenez ; la réponse en dira long sur l’endroit.',
      'Si deux réponses semblent se contredire, la bonne est celle qui convient à votre quotidien.',
    ],
    gist: 'Les questions habituelles ont des réponses courtes, et il faut moins de choses qu’on ne le croit pour débuter.',
  },
  steps: {
    headings: 'Étape par étape | Comment procéder, dans l’ordre | La marche à suivre, du début à la fin',
    leads: [
      'Lisez une fois toutes les étapes avant de commencer. Aucune n’est difficile, mais l’ordre compte.',
      'Réservez un moment tranquille et dégagez la place nécessaire. Pour « {keyword} », ces étapes ont fait leurs preuves.',
    ],
    points: [
      'Préparer | Disposez tout ce qu’il vous faut et vérifiez que tout est propre et complet.',
      'Vérifier les conditions | Lisez la notice ou l’étiquette et notez ce qui ne doit surtout pas arriver.',
      'Commencer petit | Essayez d’abord sur une petite quantité ou à un endroit caché, et observez ce qui se passe.',
      'Avancer régulièrement | Gardez chaque fois le même ordre, sans hâte et sans longues pauses.',
      'Contrôler le résultat | Arrêtez-vous, regardez de près et comparez avec ce que vous vouliez.',
      'Terminer et ranger | Remettez chaque chose à sa place et notez ce que vous changeriez.',
    ],
    tails: [
      'La première fois prendra peut-être deux fois plus de temps que prévu. À la troisième, cela paraîtra naturel.',
      'Si quelque chose échoue, revenez à la dernière étape réussie au lieu de tout recommencer.',
    ],
    gist: 'De petites étapes dans un ordre fixe mènent à un résultat fiable.',
  },
  local: {
    headings:
      'Comment trouver une bonne adresse tout près | Regarder sur place | {topic} : les bonnes adresses du quartier',
    leads: [
      'Une carte montre ce qui est proche, mais pas ce qui est bon. Pour « {keyword} », une courte visite en dit plus que cent étoiles.',
      'Commencez par ce qui est accessible à pied et n’élargissez le cercle que s’il le faut. Ce sont les trajets courts qui font revenir.',
    ],
    points: [
      'Demander autour de soi | Voisins et collègues citent les endroits où ils dépenseraient de nouveau leur propre argent.',
      'Regarder les horaires | Une bonne adresse sert peu si elle ferme avant la fin de votre journée.',
      'Lire les avis récents | Les équipes et les propriétaires changent ; laissez de côté ce qui a plus d’un an.',
      'Passer brièvement | Voyez si l’endroit est bien tenu et si les questions sont bienvenues.',
      'Commencer petit | Une première commande modeste montre à quel point l’endroit est fiable.',
      'Comparer deux adresses | La seconde aiguise le regard sur la première.',
    ],
    tails: [
      'Une fois l’adresse trouvée, dites ce qui vous plaît. Les habitués sont mieux conseillés.',
      'Si rien ne vous convainc à proximité, demandez sur place qui l’on vous recommanderait.',
    ],
    gist: 'Une courte visite en dit plus que beaucoup d’étoiles sur une carte.',
  },
} satisfies Partial<Record<SectionKind, SectionText>>;
