import type { SectionKind, SectionText } from './phrasebook.ts';

export const frSections: Readonly<Record<SectionKind, SectionText>> = {
  basics: {
    headings:
      '{topic} : les bases en mots simples | Ce que cache la recherche « {keyword} » | {topic} : par où commencer',
    leads: [
      'Derrière une recherche comme « {keyword} » se trouve presque toujours un souhait simple : obtenir un bon résultat sans lire pendant une semaine. Il suffit pour cela de connaître les quelques idées sur lesquelles repose tout le reste.',
      'Le sujet est plus ancien que la plupart des articles qui en parlent, et son cœur n’a guère changé. Une fois ce cœur compris, des termes comme « {keyword} » n’impressionnent plus.',
      'Deux personnes qui tapent « {keyword} » peuvent penser à des choses bien différentes. Prenez une minute pour préciser ce que vous attendez avant de comparer quoi que ce soit.',
    ],
    points: [
      'Demandez-vous d’abord quel résultat vous voulez, et seulement ensuite par quel chemin y arriver.',
      'La qualité se révèle au fil des mois, et les premières impressions méritent un peu de patience.',
      'Beaucoup de conseils ont été écrits pour des professionnels et peuvent être abrégés chez soi sans crainte.',
      'De petites différences de préparation pèsent souvent plus lourd que de grandes différences de prix.',
      'Tout ce qui peut s’essayer en petit devrait d’abord s’essayer en petit.',
      'Qui note en deux mots ce qui a réussi apprend deux fois plus vite.',
      'Demandez-vous ce qui vous manquerait demain ; c’est de cela qu’il faut prendre soin.',
      'La version la plus simple suffit presque toujours pour apprendre.',
      'Ce que les débutants appellent la chance est souvent une habitude qu’ils n’ont pas encore remarquée.',
    ],
    tails: [
      'Le reste n’est que détails, et les détails se cherchent quand on en a besoin.',
      'Rien de tout cela ne demande un talent particulier, seulement un peu d’attention au bon moment.',
    ],
    gist: 'Une idée claire du résultat compte plus que les termes techniques.',
  },
  criteria: {
    headings:
      'Ce qu’il faut regarder en premier | Les points qui font la différence | {topic} : une liste pour bien choisir',
    leads: [
      'Tous les critères n’ont pas le même poids. Si la recherche « {keyword} » vous a amené ici, voici les points que l’on cite le plus souvent avec le recul.',
      'Une bonne décision demande moins de critères qu’on ne le pense. Les suivants ont fait leurs preuves, à peu près dans cet ordre.',
      'Avant de parcourir les offres et les avis sur « {keyword} », notez ce dont vous avez besoin. Comparez ensuite chaque option à cette liste.',
    ],
    points: [
      'Usage | Précisez à quelle fréquence et pour quoi faire ; le quotidien demande d’autres qualités que les grandes occasions.',
      'Effort | Comptez le temps de préparation et de rangement, et pas seulement la partie agréable entre les deux.',
      'Place | Mesurez avant de décider, et laissez de l’espace pour tout ce qui viendra s’ajouter.',
      'Qualité | Regardez les pièces qui s’usent en premier ; elles en disent plus que la surface.',
      'Origine | Cherchez qui se trouve derrière une offre, et si quelqu’un répond aux questions.',
      'Souplesse | Préférez ce qui conviendra encore quand vos habitudes auront un peu changé.',
      'Réputation | Lisez d’abord les avis moyens : ce sont les plus honnêtes.',
      'Durée de vie | Demandez ce qui se passe après la fin de la garantie, et si les pièces détachées existent.',
      'Ressenti | Prenez l’objet en main ou voyez-le à l’œuvre ; certaines choses ne se jugent qu’ainsi.',
    ],
    tails: [
      'Si deux options restent à égalité, prenez la plus simple. La simplicité se remarque tous les jours.',
      'Donnez à chaque point une note de un à cinq. La somme ne décidera pas pour vous, mais elle montre où vous hésitez.',
    ],
    gist: 'Quelques critères suffisent, et l’usage vient en premier.',
  },
  costs: {
    headings: 'Ce que cela coûte et ce que cela vaut | {topic} : prévoir le budget | Où part l’argent',
    leads: [
      'Les prix autour de « {keyword} » varient beaucoup, et le plus bas est rarement le plus avantageux au bout du compte. Pensez en années plutôt qu’en tickets de caisse.',
      'Un budget se tient plus facilement quand il a trois parties : ce que l’on paie une fois, ce que l’on paie sans cesse, et une réserve.',
    ],
    points: [
      'Dépense unique | C’est la partie la plus visible et la moins importante, car elle se répartit sur une longue durée.',
      'Coûts d’usage | Calculez ce que coûte une seule utilisation ; le chiffre surprend souvent.',
      'Coûts cachés | Renseignez-vous sur la livraison, les accessoires et tout ce qui se vend à part.',
      'Temps | Une heure de votre vie vaut aussi quelque chose, alors comptez-la.',
      'Occasion | Ce qui a été bien entretenu par quelqu’un d’autre est souvent le meilleur achat, si vous pouvez le voir avant.',
      'Patience | Qui n’est pas pressé trouvera une meilleure offre en quelques semaines.',
      'Comparaison | Ramenez chaque offre à la même unité avant de comparer les prix.',
      'Réparations | Mettez chaque année une petite somme de côté, et vous ne serez pas contrarié le jour venu.',
      'Revente | Ce qui garde sa valeur coûte moins qu’il n’y paraît.',
    ],
    tails: [
      'Fixez une limite avant de commencer à chercher, et une seconde que vous ne franchirez pas, même pour une bonne affaire.',
      'Dépensez pour ce que vous touchez chaque jour, et économisez sur ce qui reste dans le placard.',
    ],
    gist: 'Les coûts d’usage décident davantage que le prix affiché.',
  },
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
  table: {
    headings: 'Les options côte à côte | La comparaison en un coup d’œil | {topic} : trois voies comparées',
    leads: [
      'Le tableau met côte à côte un choix simple, un choix moyen et un choix exigeant. Lisez-le ligne par ligne : c’est la ligne la plus importante pour vous qui décide.',
      'Les comparaisons autour de « {keyword} » échouent souvent parce que l’on compare tout avec tout. Trois choix typiques suffisent pour s’y retrouver.',
    ],
    columns: 'Point | Choix simple | Voie moyenne | Choix exigeant',
    points: [
      'Prix | bas | moyen | élevé',
      'Temps d’apprentissage | quelques minutes | un week-end | plusieurs semaines',
      'Effort quotidien | très faible | modéré | sensible',
      'Idéal pour | un usage occasionnel | un usage régulier | les passionnés',
      'Marge de progression | limitée | bonne | très bonne',
      'Risque principal | vite dépassé | ni l’un ni l’autre | trop pour l’usage prévu',
    ],
    tails: [
      'La plupart des gens sont le plus satisfaits de la voie moyenne, et peu la dépassent un jour. Ne commencez à l’une des extrémités que si vous avez une raison qui tient en une phrase.',
      'Aucune colonne ne l’emporte sur toutes les lignes. Marquez les deux lignes qui vous importent, ne comparez que celles-là et oubliez le reste : c’est ainsi qu’une comparaison mène à une décision.',
    ],
    gist: 'Aucune option ne l’emporte partout ; deux ou trois lignes de la comparaison décident.',
  },
  picks: {
    headings:
      'Nos recommandations selon les besoins | Quel choix convient à qui | {topic} : de bons points de départ',
    leads: [
      'Il n’existe pas de meilleur choix pour tout le monde, mais il en existe un raisonnable pour la plupart des situations. Cherchez la description qui vous ressemble.',
      'Au lieu d’un classement par notes, cette liste est rangée par personnes. Qui cherche « {keyword} » se reconnaîtra dans l’une d’elles.',
    ],
    points: [
      'Pour débuter | Choisissez ce qui fonctionne sans réglages et se transmet facilement quand les goûts changent.',
      'Pour les gens pressés | Choisissez ce qui est prêt tout de suite et propre en une minute, même si le résultat est un peu plus simple.',
      'Pour les économes | Choisissez la valeur sûre de l’an dernier ; la différence est petite, celle du prix ne l’est pas.',
      'Pour les petits logements | Choisissez ce qui remplit deux fonctions à la fois et disparaît dans un placard.',
      'Pour les passionnés | Choisissez ce qui se règle peu à peu et dont les pièces existeront encore dans dix ans.',
      'Pour offrir | Choisissez ce qui est complet dans sa boîte et n’a besoin d’aucune explication.',
      'Pour les familles | Choisissez ce qui pardonne les gestes brusques et que chacun peut utiliser sans aide.',
      'Pour les voyageurs | Choisissez ce qui est léger, solide et fonctionne partout sans accessoires.',
    ],
    tails: [
      'Si vous vous reconnaissez dans deux descriptions, retenez celle qui convient à vos jours de semaine.',
      'La liste est courte à dessein. Une longue liste ne ferait que repousser la décision.',
    ],
    gist: 'Le meilleur choix dépend de la personne qui choisit.',
  },
  verdict: {
    headings: 'Forces et faiblesses | Les arguments pour et contre | {topic} : le pour et le contre',
    leads: [
      'Les opinions sur « {keyword} » vont de l’enthousiasme à la déception. Les unes et les autres ont en général de bonnes raisons, et le tableau les met côte à côte.',
      'Un verdict n’est utile que s’il montre sur quoi il repose. Voici les arguments que nous mettrions dans la balance.',
    ],
    columns: 'Pour | Contre',
    points: [
      'La promesse est tenue, à condition de la lire avec attention. | La publicité promet parfois davantage.',
      'Cela s’apprend sans suivre de cours. | Les premiers essais demandent de la patience.',
      'La bonne qualité dure des années. | La mauvaise qualité se reconnaît mal au premier regard.',
      'Les autres utilisateurs offrent beaucoup d’aide. | Une partie de cette aide se contredit.',
      'Le quotidien devient un peu plus agréable. | Il faut de la place et un peu d’entretien.',
    ],
    tails: [
      'Tout compte fait, les avantages l’emportent pour ceux qui en ont un usage régulier. Pour un essai isolé, mieux vaut emprunter.',
      'Notre verdict est un oui prudent : avec des attentes réalistes, il y a peu à regretter ; avec des attentes exagérées, toujours quelque chose.',
    ],
    gist: 'Les forces l’emportent pour ceux qui en ont un usage régulier.',
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
};
