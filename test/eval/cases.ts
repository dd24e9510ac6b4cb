import { ArticleKind } from '../../schema/idea.ts';
import { PointOfView, Site } from '../../schema/site.ts';
import { type SiteFacts, siteFacts } from '../../schema/site-facts.ts';

/** A site with its keywords, for which every stage's call is made once. Fixed: figures are compared over time. */
export interface EvalCase {
  readonly site: SiteFacts;
  /** As many as a batch has at most. */
  readonly keywords: readonly string[];
  readonly cluster: { readonly name: string; readonly description: string | null };
  /** Titles that the site has already. */
  readonly existing: readonly string[];
  readonly article: {
    readonly title: string;
    readonly brief: string;
    readonly kind: ArticleKind;
    /** The main phrase first. */
    readonly keywords: readonly string[];
    readonly words: number;
  };
}

export const cases: readonly EvalCase[] = [
  {
    site: site('en', 'US', 'Bean There', {
      audience: 'people who make coffee at home and are tired of jargon',
      brandVoice: 'Warm, dry, exact. Like this: “A good grinder outlives three machines. Buy that first.”',
      avoidWords: ['cheap', 'ultimate'],
      pointOfView: PointOfView.We,
    }),
    keywords: [
      'espresso machine',
      'best espresso machine',
      'espresso machine for beginners',
      'how to clean an espresso machine',
      'cold brew coffee',
      'how to make cold brew coffee',
      'cold brew ratio',
      'burr coffee grinder',
      'manual coffee grinder',
      'coffee grinder for espresso',
    ],
    cluster: { name: 'Cold Brew', description: 'Coffee that is brewed with cold water.' },
    existing: ['Choosing a Coffee Grinder for Espresso', 'Cleaning an Espresso Machine, Step by Step'],
    article: {
      title: 'How to Make Cold Brew Coffee at Home',
      brief:
        'For beginners: what is needed, the steps, the ratio, and what to do when it tastes weak or bitter.',
      kind: ArticleKind.HowTo,
      keywords: ['how to make cold brew coffee', 'cold brew ratio', 'cold brew coffee'],
      words: 1200,
    },
  },
  {
    site: site('de', 'DE', 'Haus & Dämmung', {
      audience: 'Menschen, die ein älteres Haus bewohnen und selbst Hand anlegen',
      brandVoice: 'Sachlich, freundlich, ohne Werbesprache.',
      avoidWords: ['Revolution'],
      pointOfView: PointOfView.Neutral,
    }),
    keywords: [
      'dachboden dämmen',
      'dachboden dämmen kosten',
      'dachboden selbst dämmen',
      'kellerdecke dämmen',
      'kellerdecke dämmen anleitung',
      'fenster abdichten',
      'fenster abdichten winter',
      'wärmepumpe im altbau',
      'wärmepumpe lautstärke',
      'heizkörper entlüften',
    ],
    cluster: { name: 'Dachdämmung', description: 'Dämmung von Dach und Dachboden im Altbau.' },
    existing: ['Fenster abdichten: So bleibt die Kälte draußen'],
    article: {
      title: 'Dachboden dämmen: Verfahren, Aufwand und typische Fehler',
      brief: 'Welche Verfahren es gibt, was sich selbst machen lässt, was zu beachten ist.',
      kind: ArticleKind.Guide,
      keywords: ['dachboden dämmen', 'dachboden selbst dämmen', 'dachboden dämmen kosten'],
      words: 1500,
    },
  },
  {
    site: site('es', 'MX', 'Huerto en Casa', {
      audience: 'quienes cultivan en balcones y patios pequeños',
      brandVoice: 'Cercana y práctica, de tú.',
      avoidWords: ['milagroso'],
      pointOfView: null,
    }),
    keywords: [
      'huerto en casa',
      'huerto en macetas',
      'cómo hacer un huerto en casa',
      'cultivar tomates en maceta',
      'cuándo sembrar tomates',
      'riego por goteo casero',
      'riego por goteo para macetas',
      'compost casero',
      'cómo hacer compost en casa',
      'plagas del tomate',
    ],
    cluster: { name: 'Tomates en maceta', description: 'Cultivo de tomates en macetas y balcones.' },
    existing: ['Cómo hacer compost en casa'],
    article: {
      title: 'Tierra o sustrato para cultivar tomates en maceta',
      brief: 'Compara las opciones por precio, peso y drenaje, y dice quién debería elegir cuál.',
      kind: ArticleKind.Comparison,
      keywords: ['cultivar tomates en maceta', 'huerto en macetas', 'plagas del tomate'],
      words: 1200,
    },
  },
  {
    site: site('ja', 'JP', 'ひとり暮らし手帖', {
      audience: 'はじめて一人暮らしをする人',
      brandVoice: 'やさしく、ていねいに。専門用語は使わない。',
      avoidWords: ['最強'],
      pointOfView: null,
    }),
    keywords: [
      'ロボット掃除機 おすすめ',
      'ロボット掃除機 比較',
      'ロボット掃除機 一人暮らし',
      '炊飯器 おすすめ',
      '炊飯器 一人暮らし',
      '炊飯器 電気代',
      '加湿器 選び方',
      '加湿器 掃除',
      '除湿機 電気代',
      '除湿機 比較',
    ],
    cluster: { name: '炊飯器', description: '一人暮らしの炊飯器の選び方と使い方。' },
    existing: ['加湿器の掃除のやり方'],
    article: {
      title: '一人暮らしの炊飯器は何合がいいか',
      brief: '食べる量に合わせた大きさの選び方と、電気代や手入れについて答える。',
      kind: ArticleKind.Question,
      keywords: ['炊飯器 一人暮らし', '炊飯器 おすすめ', '炊飯器 電気代'],
      words: 1200,
    },
  },
];

function site(language: string, country: string, name: string, facts: Partial<SiteFacts>): SiteFacts {
  return siteFacts(Object.assign(new Site(), { language, country, name }, facts));
}
