import { lexiconOf } from './lexicon.ts';
import { properName } from './proper-names.ts';

/**
 * Words that an English title writes small, unless they begin or end it or a part after a colon. Long prepositions and
 * what mostly belongs to a verb are large: Pour Over Coffee, Sign Up Form.
 */
const smallInEnglish = new Set(
  'a an and as at but by en for if in nor of on or per so the to vs yet'.split(' '),
);

/** Verbs that make one word with `in` or `on`: Log In Page, Walk In Shower. */
const withInOrOn =
  /^(?:add|built|carry|check|clip|drop|fill|hands?|log(?:ged|ging)?|plug|sign(?:ed|ing)?|slip|snap|stick|trade|try|walk)$/iu;
const determiners = new Set('a an the my your our this that all'.split(' '));

/**
 * German writes nouns large, and a phrase typed in lower case does not tell which words are nouns. Searches are
 * mostly nouns; these words, adjectives, adverbs and verbs that searches are full of, are not.
 */
const smallInGerman = new Set(
  (
    'abnehmen anbauen anfangen anlegen anmelden auswählen backen bauen befestigen bekommen benutzen berechnen ' +
    'bestellen bestimmen brauchen buchen einkaufen einlegen einrichten einstellen entfernen entkalken erkennen ' +
    'essen finden füttern gießen haltbar halten herstellen installieren kaufen kochen lagern lernen machen mahlen ' +
    'messen mieten nutzen öffnen pflanzen pflegen planen putzen reinigen reparieren rösten schneiden selber selbst ' +
    'sparen starten stellen streichen trinken trocknen verbinden vergleichen verkaufen vermieten verwenden wählen ' +
    'waschen wechseln ziehen zubereiten ' +
    'aufbauen aufhängen anschließen dämmen düngen einbauen färben kündigen mähen nachfüllen nachrüsten säen schleifen umtopfen überwintern ' +
    'alte alten aktuelle beliebt beliebteste beste besten bester bestes billig billige einfach einfache elektrisch ' +
    'elektrische fair frisch frische ganze gebraucht gebrauchte gesund gesunde gut gute guten guter gutes günstig ' +
    'günstige günstiger günstigste großer große großes hochwertig hochwertige italienische kalt kalte kleine kleiner ' +
    'kleines kostenlos kostenlose langsam leicht leichte leise neu neue neuer neues online perfekt perfekte preiswert ' +
    'professionell professionelle richtig richtige richtigen schnell schnelle schwarz sicher süß tragbare täglich ' +
    'vegane vollautomatisch vor warm warme weiß wirklich geöffnet gegen statt je wieviel viel viele mehr lange'
  ).split(' '),
);

/**
 * A phrase as a heading of its language shows it. English capitalises all words but the small ones; German its
 * nouns, as far as they can be told; all other languages the first letter alone. Letters that are large already
 * (NASA, iPhone) stay so, and names and abbreviations that all know are written as usual. Running it twice changes
 * nothing.
 */
export function titleCase(text: string, language: string): string {
  const { code } = lexiconOf(language);
  if (code === 'en') return eachPart(text, language, englishWord);
  if (code === 'de') return eachPart(text, language, germanWord);
  return capitalised(text, language)
    .split(separators)
    .map((word) => named(word, code) ?? word)
    .join('');
}

const separators = /([\s\p{Pd}/]+)/u;

interface Place {
  /** Whether the word begins a part of the title, or, in English, ends it. */
  readonly isEdge: boolean;
  readonly before: string;
  readonly after: string;
}

type Rule = (word: string, place: Place) => boolean;

const englishWord: Rule = (word, { isEdge, before, after }) => {
  const isParticle = (word === 'in' || word === 'on') && withInOrOn.test(before) && !determiners.has(after);
  return isEdge || isParticle || !smallInEnglish.has(word);
};

const germanWord: Rule = (word, { isEdge, before }) =>
  isEdge || !(smallInGerman.has(word) || lexiconOf('de').stopWords.has(word) || isGermanVerb(word, before));

/** What looks like a verb by its beginning or end and is none: Beilagen, Papieren. */
const nounsLikeVerbs =
  /^be(?:i|tt|et|rg|ck|amt|hörd|schwerd)|(?:pap|man|turn|scharn|klav|haust|nutzt|wildt)ieren$/u;

/** Verbs by their shape: bepflanzen, entkalken, finanzieren; what follows a question word: was kommt, wie funktioniert. */
function isGermanVerb(word: string, before: string): boolean {
  const isInfinitive =
    /^(?:(?:(?:ent|ver|zer)\p{L}{3,}|be\p{L}{4,})(?<!ung|heit|keit|schaft)(?:en|ern|eln)|\p{L}{3,}ieren)$/u.test(
      word,
    );
  if (isInfinitive && !nounsLikeVerbs.test(word)) return true;
  return /^(?:was|wie|wann|warum|weshalb|wieso|wo|wer)$/iu.test(before) && /t$/u.test(word);
}

/** Capitalises each word for which the rule says so. The first word of the text and of a part is an edge. */
function eachPart(text: string, language: string, rule: Rule): string {
  const { code } = lexiconOf(language);
  const words = text.split(separators);
  const bare = words.map((word) => word.replace(/[^\p{L}\p{N}'’]/gu, ''));
  const last = words.findLastIndex((word) => /\p{L}/u.test(word));
  let startsPart = true;
  let before = '';
  return words
    .map((word, index) => {
      if (!/[\p{L}\p{N}]/u.test(word)) return word;
      const isEdge = startsPart || (index === last && rule === englishWord);
      startsPart = /[:?!.]$/u.test(word);
      const isLarge = rule(bare[index] ?? '', { isEdge, before, after: bare[index + 2] ?? '' });
      const known = measured(word, before) ?? named(word, code) ?? abbreviated(word);
      before = bare[index] ?? '';
      return known ?? (isLarge ? capitalised(word, language) : word);
    })
    .join('');
}

/** A word as it is usually written, with the signs around it; undefined where it is no known name. */
function named(word: string, code: string): string | undefined {
  // Whoever typed large letters within a word meant them.
  const bare = /[\p{L}\p{N}'’]+/u.exec(word)?.[0];
  if (bare === undefined || /^.+\p{Lu}/u.test(bare)) return undefined;
  const name = properName(bare, code);
  return name === undefined ? undefined : word.replace(bare, () => name);
}

const measures = new Set('ft lb lbs hr hrs min tbsp tsp pcs ml cl dl mm cm km mg kg kw kwh hz qm'.split(' '));
/** What stands for a word that is written small, or with its first letter large. */
const shortened = new Set('vs mr mrs dr jr sr ltd st nd rd th ph sq nr str bzw ggf'.split(' '));

/** A measure, which stays small behind its number. */
function measured(word: string, before: string): string | undefined {
  return measures.has(word) && /^[\d.,]+$/u.test(before) ? word : undefined;
}

/** A word without vowels, which is an abbreviation: TV, PVC. */
function abbreviated(word: string): string | undefined {
  const isAbbreviation = /^[bcdfghjklmnpqrstvwxz]{2,4}$/u.test(word);
  return isAbbreviation && !shortened.has(word) && !measures.has(word) ? word.toUpperCase() : undefined;
}

/** First letter large, unless its word has a large letter already. */
function capitalised(text: string, language: string): string {
  const { code } = lexiconOf(language);
  const locale = code === 'und' ? 'en' : code;
  return text.replace(/\S*?\p{L}\S*/u, (word) =>
    /\p{Lu}/u.test(word) ? word : word.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(locale)),
  );
}
