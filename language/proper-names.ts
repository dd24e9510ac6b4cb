/** As they are written in any language; each stands for nothing else in small letters. */
const anywhere =
  'AirPods BBQ ChatGPT CPU CRM CSS CSV CV DIY DNS DVD eBay ERP FAQ GitHub GmbH GPS GPU HDMI HTML HTTP HTTPS iMac iOS iPad ' +
  'iPhone iPod JavaScript JPG JSON Kfz KPI LCD LinkedIn MacBook macOS MwSt MySQL OLED OpenAI PayPal PDF PHP ' +
  'PlayStation PNG PostgreSQL PowerPoint PVC QR SEO SMS SQL SSD SSL SUV TikTok TV TypeScript UNESCO URL USB VPN ' +
  'WhatsApp WLAN WooCommerce WordPress XML YouTube';

/** Words of their own in some language: French `ai` and `roi`, Italian `api`, Spanish `usa`, Czech `led`. */
const inEnglishAndGerman =
  'ADHD AI API ATM B2B B2C DJ DNA EU GB HVAC IPA LED MB NASA NBA NFL PC PTSD ROI TB UI UK USA UX VR WC';

const byWord = (names: string) => new Map(names.split(' ').map((name) => [name.toLowerCase(), name]));
const known = byWord(anywhere);
const knownToFew = byWord(inEnglishAndGerman);

/**
 * A name or an abbreviation that all know, as it is usually written (SEO, iPhone), plurals and possessives too;
 * undefined of any other word.
 */
export function properName(word: string, code: string): string | undefined {
  const [, stem = word, ending = ''] = /^(.{2,}?)(['’]?s)$/iu.exec(word) ?? [];
  const find = (text: string) =>
    known.get(text.toLowerCase()) ??
    (code === 'en' || code === 'de' ? knownToFew.get(text.toLowerCase()) : undefined);
  const base = ending === '' ? undefined : find(stem);
  return find(word) ?? (base === undefined ? undefined : base + ending);
}
