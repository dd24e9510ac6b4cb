import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to understand and to choose. */
export const choosing = {
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
} satisfies Partial<Record<SectionKind, SectionText>>;
