import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to understand and to choose. */
export const choosing = {
  basics: {
    headings:
      '{topic}: die Grundlagen in einfachen Worten | Worum es bei „{keyword}“ wirklich geht | Der richtige Anfang',
    leads: [
      'Hinter einer Suche wie „{keyword}“ steht meist ein einfacher Wunsch: ein gutes Ergebnis, ohne eine Woche lang zu lesen. Dafür genügt es, die wenigen Gedanken zu kennen, auf denen alles andere ruht.',
      'Das Thema ist älter als die meisten Artikel darüber, und sein Kern hat sich kaum verändert. Wer ihn kennt, lässt sich auch von Begriffen wie „{keyword}“ nicht mehr beeindrucken.',
      'Zwei Menschen, die „{keyword}“ eingeben, können ganz Verschiedenes meinen. Es lohnt sich, eine Minute lang zu klären, was man erwartet, bevor man irgendetwas vergleicht.',
    ],
    points: [
      'Fragen Sie zuerst, was am Ende herauskommen soll, und erst danach, welcher Weg dorthin führt.',
      'Qualität zeigt sich über Monate, deshalb verdienen erste Eindrücke etwas Geduld.',
      'Viele Ratschläge wurden für Profis geschrieben und dürfen zu Hause getrost gekürzt werden.',
      'Kleine Unterschiede in der Vorbereitung wiegen oft schwerer als große Unterschiede im Preis.',
      'Was sich im Kleinen ausprobieren lässt, sollte man im Kleinen ausprobieren.',
      'Wer kurz notiert, was gelungen ist, lernt doppelt so schnell.',
      'Überlegen Sie, was Ihnen fehlen würde, wenn es morgen weg wäre; genau darum sollten Sie sich kümmern.',
      'Die einfachste Ausführung ist fast immer gut genug, um daran zu lernen.',
      'Was Anfänger für Glück halten, ist meist eine Gewohnheit, die ihnen noch nicht aufgefallen ist.',
    ],
    tails: [
      'Alles Weitere sind Einzelheiten, und Einzelheiten kann man nachschlagen, wenn man sie braucht.',
      'Besonderes Talent ist dafür nicht nötig, nur etwas Aufmerksamkeit im richtigen Augenblick.',
    ],
    gist: 'Eine klare Vorstellung vom Ergebnis hilft mehr als Fachbegriffe.',
  },
  criteria: {
    headings:
      'Worauf Sie zuerst achten sollten | Die Punkte, auf die es ankommt | {topic}: eine Checkliste für die Auswahl',
    leads: [
      'Nicht jedes Kriterium wiegt gleich viel. Wenn Sie über „{keyword}“ hierhergefunden haben, sind dies die Punkte, die im Rückblick am häufigsten genannt werden.',
      'Eine gute Entscheidung braucht weniger Kriterien, als man denkt. Die folgenden haben sich bewährt, ungefähr in dieser Reihenfolge.',
      'Schreiben Sie auf, was Sie brauchen, bevor Sie Angebote und Meinungen zu „{keyword}“ durchsehen. Halten Sie dann jede Möglichkeit gegen diese Liste.',
    ],
    points: [
      'Zweck | Überlegen Sie, wie oft und wofür; der Alltag verlangt andere Eigenschaften als besondere Anlässe.',
      'Aufwand | Rechnen Sie die Zeit für Vorbereitung und Aufräumen mit, nicht nur den angenehmen Teil dazwischen.',
      'Platz | Messen Sie nach, bevor Sie sich entscheiden, und lassen Sie Raum für alles, was noch dazukommt.',
      'Qualität | Achten Sie auf die Teile, die zuerst verschleißen; sie verraten mehr als die Oberfläche.',
      'Herkunft | Finden Sie heraus, wer hinter einem Angebot steht und ob jemand auf Fragen antwortet.',
      'Anpassung | Bevorzugen Sie, was auch dann noch passt, wenn sich Gewohnheiten ein wenig ändern.',
      'Ruf | Lesen Sie die mittelguten Bewertungen zuerst; sie sind die ehrlichsten.',
      'Haltbarkeit | Fragen Sie, was nach dem Ende der Garantie geschieht und ob es Ersatzteile gibt.',
      'Gefühl | Nehmen Sie es in die Hand oder sehen Sie es in Betrieb; manches lässt sich nur so beurteilen.',
    ],
    tails: [
      'Liegen danach zwei Möglichkeiten gleichauf, nehmen Sie die einfachere. Einfachheit bemerkt man jeden Tag.',
      'Geben Sie jedem Punkt eine Note von eins bis fünf. Die Summe entscheidet nicht für Sie, aber sie zeigt, wo Sie zögern.',
    ],
    gist: 'Eine Handvoll Kriterien genügt, und der Zweck steht an erster Stelle.',
  },
  costs: {
    headings: 'Was es kostet und was es wert ist | {topic}: das Budget planen | Wohin das Geld fließt',
    leads: [
      'Die Preise rund um „{keyword}“ gehen weit auseinander, und der niedrigste ist am Ende selten der günstigste. Denken Sie in Jahren statt in Kassenzetteln.',
      'Ein Budget lässt sich leichter einhalten, wenn es drei Teile hat: was man einmal bezahlt, was man immer wieder bezahlt, und eine Reserve.',
    ],
    points: [
      'Einmalige Kosten | Sie fallen am meisten auf und sind doch der unwichtigste Teil, weil sie sich über lange Zeit verteilen.',
      'Laufende Kosten | Rechnen Sie aus, was eine einzelne Anwendung kostet; das Ergebnis überrascht oft.',
      'Versteckte Kosten | Fragen Sie nach Lieferung, Zubehör und allem, was getrennt verkauft wird.',
      'Zeit | Auch eine eigene Stunde ist etwas wert, also rechnen Sie sie mit.',
      'Gebraucht | Gut Gepflegtes aus zweiter Hand ist oft der beste Kauf, wenn Sie es vorher ansehen dürfen.',
      'Warten | Wer es nicht eilig hat, findet innerhalb weniger Wochen ein besseres Angebot.',
      'Vergleich | Rechnen Sie jedes Angebot auf dieselbe Einheit um, bevor Sie Preise vergleichen.',
      'Reparaturen | Legen Sie jedes Jahr einen kleinen Betrag zurück, dann ärgert es Sie nicht, wenn er gebraucht wird.',
      'Wiederverkauf | Was seinen Wert behält, kostet weniger, als es scheint.',
    ],
    tails: [
      'Setzen Sie sich eine Grenze, bevor Sie zu suchen beginnen, und eine zweite, die Sie auch für ein Schnäppchen nicht überschreiten.',
      'Geben Sie Geld aus für das, was Sie täglich in der Hand haben, und sparen Sie an dem, was im Schrank bleibt.',
    ],
    gist: 'Die laufenden Kosten entscheiden mehr als der Preis auf dem Schild.',
  },
  table: {
    headings:
      'Die Möglichkeiten nebeneinander | Der Vergleich auf einen Blick | {topic}: drei Wege im Vergleich',
    leads: [
      'Die Tabelle stellt eine einfache, eine mittlere und eine anspruchsvolle Wahl nebeneinander. Lesen Sie sie Zeile für Zeile: Es entscheidet die Zeile, die Ihnen am wichtigsten ist.',
      'Vergleiche rund um „{keyword}“ scheitern oft daran, dass alles mit allem verglichen wird. Drei typische Möglichkeiten genügen, um sich zurechtzufinden.',
    ],
    columns: 'Punkt | Einfache Wahl | Mittelweg | Anspruchsvolle Wahl',
    points: [
      'Preis | niedrig | mittel | hoch',
      'Zeit zum Lernen | Minuten | ein Wochenende | mehrere Wochen',
      'Täglicher Aufwand | sehr gering | etwas | spürbar',
      'Am besten für | seltene Nutzung | regelmäßige Nutzung | Liebhaber',
      'Spielraum | begrenzt | gut | sehr gut',
      'Größtes Risiko | genügt bald nicht mehr | nichts Halbes und nichts Ganzes | zu viel für den Zweck',
    ],
    tails: [
      'Die meisten sind mit dem Mittelweg am zufriedensten, und nur wenige wachsen darüber hinaus. Beginnen Sie an einem der beiden Enden nur dann, wenn Sie einen Grund haben, der in einen Satz passt.',
      'Keine Spalte gewinnt in jeder Zeile. Markieren Sie die zwei Zeilen, die Ihnen wichtig sind, vergleichen Sie nur diese und vergessen Sie den Rest: So endet ein Vergleich mit einer Entscheidung.',
    ],
    gist: 'Keine Möglichkeit gewinnt überall; zwei oder drei Zeilen des Vergleichs entscheiden.',
  },
  picks: {
    headings: 'Unsere Empfehlungen nach Bedarf | Welche Wahl zu wem passt | {topic}: gute Ausgangspunkte',
    leads: [
      'Die beste Wahl für alle gibt es nicht, aber für die meisten Lagen eine vernünftige. Suchen Sie die Beschreibung, in der Sie sich wiederfinden.',
      'Statt nach Noten ist diese Liste nach Menschen geordnet. Wer nach „{keyword}“ sucht, erkennt sich in einer der Beschreibungen wieder.',
    ],
    points: [
      'Für den Einstieg | Wählen Sie, was ohne Einstellungen funktioniert und sich leicht weitergeben lässt, wenn sich der Geschmack ändert.',
      'Für Eilige | Wählen Sie, was sofort bereit und in einer Minute sauber ist, auch wenn das Ergebnis etwas schlichter ausfällt.',
      'Für Sparsame | Wählen Sie den bewährten Standard vom letzten Jahr; der Unterschied ist klein, der im Preis nicht.',
      'Für kleine Wohnungen | Wählen Sie, was zwei Aufgaben zugleich erfüllt und im Schrank verschwindet.',
      'Für Liebhaber | Wählen Sie, was sich nach und nach anpassen lässt und wofür es in zehn Jahren noch Ersatzteile gibt.',
      'Zum Verschenken | Wählen Sie, was vollständig in der Schachtel liegt und keine Erklärung braucht.',
      'Für Familien | Wählen Sie, was raue Behandlung verzeiht und von allen ohne Hilfe benutzt werden kann.',
      'Für unterwegs | Wählen Sie, was leicht und robust ist und überall ohne Zubehör funktioniert.',
    ],
    tails: [
      'Finden Sie sich in zwei Beschreibungen wieder, so gilt die, die zu Ihren Werktagen passt.',
      'Die Liste ist absichtlich kurz. Eine lange würde die Entscheidung nur aufschieben.',
    ],
    gist: 'Die beste Wahl hängt davon ab, wer sie trifft.',
  },
  verdict: {
    headings: 'Stärken und Schwächen | Was dafür spricht und was dagegen | {topic}: Für und Wider',
    leads: [
      'Die Meinungen zu „{keyword}“ reichen von Begeisterung bis Enttäuschung. Beide haben meist gute Gründe, und die Tabelle stellt sie nebeneinander.',
      'Ein Urteil nützt nur, wenn es zeigt, worauf es beruht. Diese Argumente würden wir abwägen.',
    ],
    columns: 'Dafür | Dagegen',
    points: [
      'Es hält, was versprochen wird, wenn man das Versprechen genau liest. | Die Werbung verspricht manchmal mehr.',
      'Es lässt sich ohne Kurs erlernen. | Die ersten Versuche brauchen Geduld.',
      'Gute Qualität hält viele Jahre. | Schlechte Qualität ist auf den ersten Blick schwer zu erkennen.',
      'Es gibt viel Hilfe von anderen Nutzern. | Manche dieser Ratschläge widersprechen sich.',
      'Es macht den Alltag ein wenig angenehmer. | Es braucht Platz und will gepflegt werden.',
    ],
    tails: [
      'Unter dem Strich überwiegen die Vorteile für alle, die es regelmäßig nutzen. Für einen einzelnen Versuch ist Ausleihen die bessere Wahl.',
      'Unser Urteil ist ein vorsichtiges Ja: Mit nüchternen Erwartungen gibt es wenig zu bereuen, mit überzogenen immer etwas.',
    ],
    gist: 'Die Stärken überwiegen für alle, die es regelmäßig nutzen.',
  },
} satisfies Partial<Record<SectionKind, SectionText>>;
