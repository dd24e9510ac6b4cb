import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to do something. */
export const doing = {
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
} satisfies Partial<Record<SectionKind, SectionText>>;
