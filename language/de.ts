import type { WordLists } from './word-lists.ts';

export const de: WordLists = {
  intents: {
    local: 'in der nähe, in meiner nähe, nähe, umgebung, vor ort, geöffnet',
    comparison:
      'vs, versus, vergleich, vergleichen, im vergleich, unterschied, unterschiede, oder, besser als',
    'how-to':
      'anleitung, loswerden, selber machen, selbst machen, selber bauen, selber, selbst, wie macht man, wie kann ich, wie kann man, schritt für schritt, richtig',
    review:
      'test, tests, testsieger, im test, stiftung warentest, erfahrung, erfahrungen, bewertung, bewertungen, lohnt sich, vor und nachteile, vorteile, nachteile, getestet',
    list: 'beste, bester, bestes, besten, top, ideen, beispiele, liste, arten, sorten, alternative, alternativen, empfehlung, empfehlungen, bestenliste, beliebteste',
    buy: 'kaufen, preis, preise, kosten, was kostet, wie viel kostet, günstig, günstige, günstiger, günstigste, billig, billige, angebot, angebote, rabatt, gutschein, bestellen, online, shop, unter, preiswert, preisvergleich, euro, im angebot',
    question:
      'was, was ist, was sind, warum, wieso, weshalb, wann, welche, welcher, welches, wer, wo, wie, wie lange, wie oft, wie viel, wie viele, kann man, darf man, ist, sind, bedeutung, definition, wofür',
    guide:
      'ratgeber, tipps, tricks, grundlagen, einführung, anfänger, für anfänger, einsteiger, für einsteiger, checkliste, leitfaden, hilfe',
  },
  fillers:
    'einfach, einfache, schnell, schnelle, neu, neue, gut, gute, guter, gutes, perfekt, perfekte, komplett, kostenlos, teuer, beliebt, professionell, machen, nutzen, benutzen, verwenden, auswählen, wählen, brauchen, starten, deutschland, jahr, jahre, leute, möglichkeiten, lange, oft, täglich, viel, viele, sicher, gesund',
  modifiers:
    'klein, kleine, kleiner, groß, große, großer, mini, tragbar, kompakt, elektrisch, elektrische, manuell, automatisch, akku, kabellos, haus, zuhause, hause, küche, garten, balkon, büro, wohnung, set, teile, ersatzteile, zubehör, reparatur, reparieren, reinigen, reinigung, pflege, größe, größen, maße, plan, zeit, methode, natürlich, bio, kinder, frauen, damen, männer, herren, senioren, marke, marken, hersteller, modelle, farbe, design, qualität, winter, sommer, nacht, lieferung, service, firma, installation, installieren, einbauen, wasser, kunststoff, metall, edelstahl, holz, glas, halterung, abdeckung, förderung, versicherung, rechner, speicher, leistung, watt, strom, stromverbrauch, altbau, neubau, problem, probleme, produkt, aufbau',
  actions:
    'abbauen, anschließen, aufbauen, beantragen, befestigen, befüllen, bepflanzen, berechnen, einbauen, einstellen, entfernen, entkalken, entlüften, essen, installieren, nachfüllen, nachrüsten, reinigen, reparieren, umwandeln, verlegen, wechseln, zurücksetzen',
  stopWords:
    'der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, und, oder, aber, für, mit, von, vom, zu, zum, zur, im, in, ins, am, an, auf, aus, bei, beim, nach, vor, über, unter, durch, ohne, um, bis, seit, als, wie, man, ich, du, er, sie, es, wir, ihr, mein, meine, meinen, meiner, dein, deine, sein, seine, ist, sind, war, wird, werden, wurde, hat, haben, kann, können, darf, soll, sollte, muss, müssen, nicht, kein, keine, auch, nur, noch, schon, sehr, so, zwischen, was, wer, wo, wann, warum, welche, welcher, welches, sich, dass, wenn, dann, da, hier, dort, mehr, pro, macht, gegen',
  telling: 'vor, nach, ohne, unter, bis, seit, gegen, nicht, kein, keine, mehr, wer, wo, wann, warum',
  towards: 'zu, zum, zur, nach, in, ins',
};
