import type { TitleBook } from './title-book.ts';

export const de: TitleBook = {
  titles: {
    guide: [
      '{phrase}: Ratgeber für Einsteiger',
      '{phrase}, einfach erklärt: alles Wichtige',
      '{phrase}: Das Wesentliche in zehn Minuten',
      '{phrase}: Tipps aus der Praxis',
      '{phrase}: Das praktische Handbuch',
    ],
    'how-to': [
      '{phrase}, Schritt für Schritt',
      '{phrase}: Anleitung für ein gutes erstes Ergebnis',
      '{phrase}: Die einfache Methode und ihre Tücken',
      '{phrase}: So gelingt es ohne besondere Ausrüstung',
      '{phrase}: Checkliste zum Mitmachen',
    ],
    comparison: [
      '{phrase}: Die Unterschiede auf einen Blick',
      '{phrase}: Welche Wahl zu Ihnen passt',
      '{phrase}: Der faire Vergleich',
      '{phrase}: Preise, Leistungen und Kompromisse gegenübergestellt',
      '{phrase}: Die Stärken jeder Möglichkeit',
    ],
    list: [
      '{phrase}: Unsere Empfehlungen für jeden Bedarf',
      '{phrase}: Gute Möglichkeiten und zu wem sie passen',
      '{phrase}: Die engere Auswahl mit Begründung',
      '{phrase}: Arten, die man kennen sollte',
      '{phrase}: Ideen für den Anfang',
    ],
    review: [
      '{phrase}: Lohnt sich das?',
      '{phrase}: Vorteile, Nachteile und ein ehrliches Urteil',
      '{phrase}: Was der Alltag zeigt',
      '{phrase}: Die Versprechen kritisch geprüft',
      '{phrase}: Erfahrungen zusammengefasst',
    ],
    buy: [
      '{phrase}: Was Sie für Ihr Geld erwarten dürfen',
      '{phrase}: Die Kaufberatung',
      '{phrase}: Wo Sparen sinnvoll ist und wo nicht',
      '{phrase}: Die Kosten im ersten Jahr',
      '{phrase}: Worauf Sie vor dem Bezahlen achten sollten',
    ],
    question: [
      '{phrase}: Kurze Antwort und Hintergrund',
      '{phrase}: Häufige Fragen beantwortet',
      '{phrase}: Fakten und Missverständnisse',
      '{phrase}: Klare Worte statt Fachsprache',
      '{phrase}: Die Gründe, an Beispielen erklärt',
    ],
    local: [
      '{phrase}: So finden Sie eine gute Adresse',
      '{phrase}: Worauf es beim ersten Besuch ankommt',
      '{phrase}: Diese Fragen sollten Sie vor Ort stellen',
      '{phrase}: Woran man zuverlässige Anbieter erkennt',
      '{phrase}: Ein Wegweiser durch die Umgebung',
    ],
  },
  briefs: {
    guide:
      'Führt von Grund auf in „{phrase}“ ein: Begriffe, Entscheidungen, übliche Fehler und ein erster Schritt.',
    'how-to':
      'Zeigt in nummerierten Schritten, was mit der Suche „{phrase}“ gemeint ist und was dabei schiefgeht.',
    comparison:
      'Vergleicht die Möglichkeiten hinter „{phrase}“ nach denselben Kriterien in einer Tabelle und sagt, welche zu wem passt.',
    list: 'Nennt sinnvolle Möglichkeiten zu „{phrase}“, jede mit ihrem Grund und den Lesern, zu denen sie passt.',
    review: 'Wägt ab, was für und was gegen „{phrase}“ spricht, und sagt, für wen das Urteil gilt.',
    buy: 'Hilft vor einer Ausgabe rund um „{phrase}“: Preisspannen, laufende Kosten und was vor dem Bezahlen zu prüfen ist.',
    question:
      'Beantwortet „{phrase}“ im ersten Absatz, nennt danach die Gründe und endet mit verwandten Fragen.',
    local:
      'Hilft bei der Suche „{phrase}“, in der eigenen Umgebung eine gute Adresse zu finden und zu beurteilen.',
  },
};
