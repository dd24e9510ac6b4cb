import type { Phrasebook } from '../phrasebook.ts';
import { choosing } from './choosing.ts';
import { doing } from './doing.ts';

export const de: Phrasebook = {
  language: 'de',
  note: [
    'Mustertext',
    'Dieser Artikel wurde ohne KI-Modell zusammengestellt und zeigt, wie ein Entwurf aussieht. Er ist nicht zur Veröffentlichung gedacht.',
  ],
  summaryTitle: 'Kurz gesagt',
  labelEnd: '.',
  sentenceGap: ' ',
  extraPoints: 0,
  openings: {
    guide:
      'Wer sich zum ersten Mal mit dem Thema „{topic}“ befasst, trifft auf viele Ratschläge, und nicht alle passen zusammen.',
    'how-to':
      'Das meiste sieht schwieriger aus, als es ist, und was unter „{keyword}“ gesucht wird, ist ein gutes Beispiel dafür.',
    comparison:
      'Wenn mehrere Möglichkeiten gleich gut aussehen, hilft ein ruhiger Vergleich mehr als eine weitere Meinung.',
    list: 'Lange Listen mit Empfehlungen findet man leicht; Gründe für eine Empfehlung findet man selten.',
    review:
      'Ein fairer Test sagt, was gut ist, was nicht gut ist und für wen das eine oder das andere zählt.',
    question: 'Manche Fragen verdienen zuerst eine kurze Antwort und danach den Hintergrund.',
    local:
      'Was in der Nähe liegt, ist oft gut genug und manchmal besser als alles, was man bestellen könnte.',
  },
  covers: 'Geschrieben ist der Text für alle, die nach {keywords} suchen.',
  phrase: '„{keyword}“',
  promises: [
    'Dieser Artikel geht das Thema „{keyword}“ Schritt für Schritt durch: zuerst, worum es geht, dann, worauf es ankommt, und am Ende, was Sie daraus machen können. Lesen Sie ihn von Anfang bis Ende oder springen Sie gleich zu dem Abschnitt, den Sie brauchen.',
    'Die folgenden Abschnitte ordnen das Thema so, dass Sie selbst entscheiden können. Jeder steht für sich, und keiner setzt Fachbegriffe voraus.',
    'Im Folgenden finden Sie die Punkte, die im Alltag den Unterschied machen, mit Beispielen und mit den Fragen, die rund um „{keyword}“ immer wieder auftauchen.',
  ],
  descriptions: [
    '„{title}“: was wichtig ist, was man besser vermeidet, wie es weitergeht.',
    '„{title}“: das Wesentliche, häufige Fehler und die nächsten Schritte.',
    '„{title}“: alles, was im Alltag den Unterschied macht.',
  ],
  excerpts: [
    '„{keyword}“: was wichtig ist, was man besser vermeidet und wie es weitergeht, ohne Fachsprache erklärt.',
    'Eine verständliche Einführung in das Thema „{keyword}“ mit allem, was im Alltag den Unterschied macht.',
    '„{keyword}“, Schritt für Schritt erklärt: das Wesentliche, häufige Fehler und sinnvolle nächste Schritte.',
  ],
  sections: { ...choosing, ...doing },
};
