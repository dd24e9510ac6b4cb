import type { SectionKind, SectionText } from './phrasebook.ts';

export const deSections: Readonly<Record<SectionKind, SectionText>> = {
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
  mistakes: {
    headings:
      'Häufige Fehler und wie man sie vermeidet | Was oft schiefgeht | {topic}: bekannte Stolperfallen',
    leads: [
      'Fast alle machen am Anfang dieselben wenigen Fehler. Wer sie kennt, spart Geld und etwas Ärger.',
      'Fragen Sie Menschen, die mit „{keyword}“ Erfahrung haben, was sie heute anders machen würden, und Sie hören ähnliche Antworten.',
      'Fehler gehören zum Lernen, aber es müssen nicht die eigenen sein. Diese kommen am häufigsten vor.',
    ],
    points: [
      'Zu viel auf einmal | Ändern Sie immer nur eine Sache, sonst wissen Sie nicht, was geholfen hat.',
      'Kaufen vor dem Ausprobieren | Leihen, besuchen oder testen Sie im Kleinen, bevor Sie sich festlegen.',
      'Nur eine Quelle | Vergleichen Sie mindestens drei Meinungen, darunter eine kritische.',
      'Keine Vorbereitung | Zehn Minuten am Anfang ersparen eine Stunde am Ende.',
      'Fehlende Pflege | Was regelmäßig gepflegt wird, hält viel länger als das, was in Eile repariert wird.',
      'Zu frühes Aufgeben | Der dritte Versuch ist meist der erste gute.',
      'Der Mode folgen | Was diesen Monat alle empfehlen, ist im nächsten vielleicht vergessen.',
      'Sammeln statt benutzen | Eine Sache, die gut genutzt wird, ist besser als fünf, die herumstehen.',
      'Sich vergleichen | Andere zeigen ihre besten Ergebnisse; Ihre müssen nur zu Ihnen passen.',
    ],
    tails: [
      'Falls Ihnen etwas davon schon passiert ist, sind Sie in guter Gesellschaft. Korrigieren Sie es und machen Sie weiter.',
      'Es genügt, die ersten beiden zu vermeiden; die anderen verlieren mit etwas Übung ihren Schrecken.',
    ],
    gist: 'Die meisten Fehler entstehen aus Eile und lassen sich mit etwas Vorbereitung vermeiden.',
  },
  next: {
    headings: 'Wie es jetzt weitergeht | Ihre nächsten Schritte | Was Sie diese Woche tun können',
    leads: [
      'Lesen ist ein guter Anfang, aber ein kleiner Schritt in der Praxis ist mehr wert. Wählen Sie eine Sache aus diesem Artikel und setzen Sie sie in den nächsten Tagen um.',
      'Wenn „{keyword}“ nur der Anfang Ihrer Suche war, ist jetzt ein guter Zeitpunkt, mit dem Sammeln aufzuhören und anzufangen.',
    ],
    points: [
      'Schreiben Sie in einem Satz auf, was Sie erreichen möchten.',
      'Nehmen Sie die zwei Möglichkeiten, die Ihrem Wunsch am nächsten kommen, und lassen Sie die anderen beiseite.',
      'Sprechen Sie mit jemandem, der es schon getan hat, und fragen Sie, was ihn überrascht hat.',
      'Legen Sie einen Tag für den ersten Versuch fest und halten Sie ihn klein.',
      'Sehen Sie sich das Ergebnis eine Woche später noch einmal mit frischen Augen an.',
      'Behalten Sie bei, was funktioniert, und ändern Sie für die zweite Runde eine einzige Sache.',
      'Erzählen Sie jemandem von Ihrem Vorhaben; danach fällt es schwerer, es aufzugeben.',
      'Legen Sie vorher fest, woran Sie ein gutes Ergebnis erkennen.',
    ],
    tails: [
      'Danach wissen Sie mehr, als ein Artikel Ihnen sagen könnte, denn Sie kennen Ihren eigenen Fall.',
      'Kommen Sie zurück, wenn neue Fragen auftauchen. Es werden bessere Fragen sein als heute.',
    ],
    gist: 'Ein kleiner Schritt in dieser Woche ist mehr wert als weiteres Lesen.',
  },
  faq: {
    headings: 'Häufige Fragen | Fragen und Antworten | {topic}: was oft gefragt wird',
    leads: [
      'Einige Fragen kommen auf, sobald von „{keyword}“ die Rede ist. Hier stehen kurze Antworten auf die häufigsten.',
      'Die folgenden Antworten sind absichtlich knapp. Jede kann der Anfang eines längeren Gesprächs sein.',
    ],
    points: [
      'Wie lange dauert die Eingewöhnung? | Nach zwei bis drei Wochen regelmäßiger Übung fühlen sich die meisten sicher.',
      'Brauche ich besondere Ausrüstung? | Am Anfang nicht. Beginnen Sie mit dem, was da ist, und ergänzen Sie nur, was fehlt.',
      'Ist die teurere Wahl immer die bessere? | Nein. Ab einer gewissen Stufe bezahlt man für Aussehen und Namen.',
      'Worauf sollten Anfänger achten? | Auf einen bescheidenen Anfang und gute Notizen; beides macht spätere Entscheidungen leicht.',
      'Woran erkenne ich guten Rat? | Er nennt seine Grenzen und sagt, für wen er nicht gedacht ist.',
      'Kann ich es mir später anders überlegen? | Fast immer. Heben Sie Belege und Verpackung eine Weile auf.',
      'Wie oft sollte ich meine Wahl prüfen? | Einmal im Jahr reicht, solange sich Ihr Bedarf nicht ändert.',
      'Wo kann ich es unverbindlich ausprobieren? | Bei Freunden, in Kursen und in Geschäften, die von ihrer Ware überzeugt sind.',
      'Was tun, wenn das Ergebnis nicht gefällt? | Ändern Sie eine Sache und versuchen Sie es noch zweimal, bevor Sie ein Urteil fällen.',
      'Lohnt es sich bei seltener Nutzung? | Oft ja, wenn man leiht oder gebraucht kauft.',
    ],
    tails: [
      'Fehlt Ihre Frage? Notieren Sie sie und stellen Sie sie dort, wo Sie kaufen oder lernen; die Antwort sagt viel über den Ort aus.',
      'Scheinen sich zwei Antworten zu widersprechen, gilt die, die zu Ihrem Alltag passt.',
    ],
    gist: 'Auf die üblichen Fragen gibt es kurze Antworten, und Anfänger brauchen weniger, als sie denken.',
  },
  steps: {
    headings: 'Schritt für Schritt | So gehen Sie der Reihe nach vor | Der Ablauf von Anfang bis Ende',
    leads: [
      'Lesen Sie alle Schritte einmal durch, bevor Sie beginnen. Schwierig ist keiner davon, aber die Reihenfolge ist wichtig.',
      'Nehmen Sie sich etwas ruhige Zeit und schaffen Sie Platz. Bei „{keyword}“ haben sich diese Schritte bewährt.',
    ],
    points: [
      'Vorbereiten | Legen Sie alles bereit, was Sie brauchen, und prüfen Sie, ob es sauber und vollständig ist.',
      'Bedingungen prüfen | Lesen Sie Anleitung oder Etikett und merken Sie sich, was nicht passieren darf.',
      'Klein beginnen | Probieren Sie zuerst eine kleine Menge oder eine verdeckte Stelle und beobachten Sie, was geschieht.',
      'Gleichmäßig arbeiten | Gehen Sie jedes Mal in derselben Reihenfolge vor, ohne Eile und ohne lange Pausen.',
      'Ergebnis prüfen | Halten Sie inne, sehen Sie genau hin und vergleichen Sie mit dem, was Sie wollten.',
      'Abschließen und aufräumen | Räumen Sie alles an seinen Platz und notieren Sie, was Sie ändern würden.',
    ],
    tails: [
      'Das erste Mal dauert vielleicht doppelt so lange wie geplant. Beim dritten Mal geht es wie von selbst.',
      'Geht etwas schief, kehren Sie zum letzten gelungenen Schritt zurück, statt von vorn anzufangen.',
    ],
    gist: 'Eine feste Folge kleiner Schritte führt zu einem verlässlichen Ergebnis.',
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
  local: {
    headings:
      'So finden Sie eine gute Adresse in der Nähe | Vor Ort umsehen | {topic}: gute Adressen in der Umgebung',
    leads: [
      'Eine Karte zeigt, was nahe liegt, aber nicht, was gut ist. Bei „{keyword}“ sagt ein kurzer Besuch mehr als hundert Sterne.',
      'Beginnen Sie mit dem, was zu Fuß erreichbar ist, und ziehen Sie den Kreis nur dann weiter, wenn es sein muss. Kurze Wege sorgen dafür, dass man wiederkommt.',
    ],
    points: [
      'Fragen Sie herum | Nachbarn und Kollegen nennen die Orte, an denen sie ihr eigenes Geld wieder ausgeben würden.',
      'Beachten Sie die Öffnungszeiten | Eine gute Adresse nützt wenig, wenn sie vor Ihrem Feierabend schließt.',
      'Lesen Sie neue Bewertungen | Menschen und Inhaber wechseln; was älter als ein Jahr ist, zählt nicht mehr.',
      'Schauen Sie kurz vorbei | Achten Sie darauf, ob es ordentlich ist und ob Fragen willkommen sind.',
      'Beginnen Sie mit etwas Kleinem | Ein bescheidener erster Auftrag zeigt, wie verlässlich man dort ist.',
      'Vergleichen Sie zwei | Die zweite Adresse schärft den Blick für die erste.',
    ],
    tails: [
      'Haben Sie Ihre Adresse gefunden, erzählen Sie dort, was Ihnen gefällt. Stammgäste werden besser beraten.',
      'Überzeugt Sie nichts in der Nähe, fragen Sie dort, wen man Ihnen empfehlen würde.',
    ],
    gist: 'Ein kurzer Besuch sagt mehr als viele Sterne auf einer Karte.',
  },
};
