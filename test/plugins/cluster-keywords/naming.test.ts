import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../plugins/cluster-keywords/naming.ts';

const name = (phrases: string[], language = 'en', others: string[] = []) => nameOf(phrases, others, language);

describe('a cluster is named', () => {
  it('by the words that most of its phrases share, in the plural', () => {
    expect(name(['espresso machine', 'best espresso machine', 'espresso machine reviews'])).toBe(
      'Espresso Machines',
    );
    expect(name(['raised bed soil', 'raised beds', 'cheap raised beds'])).toBe('Raised Beds');
  });

  it('by more words rather than fewer', () => {
    expect(
      name(['cold brew coffee', 'cold brew coffee ratio', 'cold brew coffee maker', 'cold brew kit']),
    ).toBe('Cold Brew Coffee');
    expect(name(['coffee grinder', 'burr coffee grinder', 'hand grinder'])).toBe('Coffee Grinders');
  });

  it('by words that some phrases part with one that any topic may have', () => {
    expect(name(['raised garden bed', 'raised garden bed plans', 'metal raised beds', 'raised beds'])).toBe(
      'Raised Beds',
    );
  });

  it('without a plural for what cannot be counted', () => {
    expect(name(['french press', 'best french press'])).toBe('French Press');
    expect(name(['sparkling water'])).toBe('Sparkling Water');
  });

  it('by what sets it apart from its neighbours', () => {
    expect(name(['dog leash', 'leash for a dog'], 'en', ['dog food', 'dog bed', 'dog crate'])).toBe('Leash');
  });

  it('over no sign but a hyphen, an apostrophe, & and /', () => {
    expect(name(['quoted "phrase" here'])).toBe('Quoted');
    expect(name(['<script>alert(1)</script>'])).toBe('Script');
    expect(name(['<b>bold</b> shoes'])).toBe('Bold');
    expect(name(['&amp; entity'])).toBe('Amp');
    expect(name(['=SUM(A1)'])).toBe('SUM');
    expect(name(['salt & pepper mill'])).toBe('Salt & Pepper');
    expect(name(['cat/dog food'])).toBe('Cat/Dog');
    expect(name(["dog's bed"])).toBe("Dog's Beds");
  });

  it('by hyphenated words as a whole, where their parts name nothing', () => {
    expect(name(['t-shirt printing near me'])).toBe('T-Shirt Printing');
    expect(name(['AT&T router'])).toBe('AT&T Routers');
    expect(name(['wi-fi', 'wi fi router'])).toBe('Wi-Fi');
    expect(name(['Akku-Rasenmäher', 'Rasenmäher Test'], 'de')).toBe('Rasenmäher');
  });

  it('by no letter and no number alone, unless there is nothing else', () => {
    expect(name(['c++ tutorial'])).toBe('C++');
    expect(name(['C# for beginners', 'learn c#'])).toBe('C#');
    expect(name(['usb c hub'])).toBe('USB C');
    expect(name(['$& $1 test'])).toBe('$& $1 Test');
    expect(name(['%s %d'])).toBe('%S %D');
    expect(name(['iphone 16', 'buy 16'])).toBe('iPhone 16');
    expect(name(['42'])).toBe('42');
    expect(name(['C'])).toBe('C');
    expect(name(['茶'], 'zh')).toBe('茶');
  });

  it('broadly where it has one phrase, as others will join it', () => {
    expect(name(['tomato blight treatment plan'])).toBe('Tomato Blight');
    expect(name(['how to prune roses'])).toBe('Roses');
    expect(name(['neem oil for aphids'])).toBe('Neem Oil');
  });

  it('by no verb, what is done to the topic', () => {
    expect(name(['scale up a startup', 'scale down a startup'])).toBe('Startup');
    expect(name(['convert pdf to word', 'convert word to pdf'])).toBe('PDF');
    expect(name(['moving from android to iphone', 'moving from iphone to android'])).toBe('Android');
    expect(name(['what to eat before a run', 'what to eat after a run'])).toBe('Run');
    expect(name(['moving company', 'moving company prices'])).toBe('Moving Company');
    expect(name(['kitchen scale', 'digital kitchen scale'])).toBe('Kitchen Scales');
    expect(name(['Kühlschrank entkalken'], 'de')).toBe('Kühlschrank');
  });

  it('as titles are written in its language', () => {
    expect(name(['pour over coffee', 'pour over coffee ratio'])).toBe('Pour Over Coffee');
    expect(name(['salt and vinegar crisps', 'buy salt and vinegar crisps'])).toBe('Salt and Vinegar Crisps');
    expect(name(['e-bike damen', 'e-bike test'], 'de')).toBe('E-Bike');
    expect(name(['cafetière italienne', 'cafetière italienne prix'], 'fr')).toBe('Cafetière italienne');
    expect(name(['水出しコーヒーの作り方', '水出しコーヒー 比率'], 'ja')).toBe('水出しコーヒー');
  });

  it('in a form that may stand by itself where its language bends words', () => {
    expect(name(['купить кофемашину', 'чистить кофемашину', 'кофемашина для дома'], 'ru')).toBe('Кофемашина');
    expect(name(['меню'], 'ru')).toBe('Меню');
  });

  it('with the capitals that are there, and abbreviations as such', () => {
    expect(name(['iPad'])).toBe('iPad');
    expect(name(['eBay'])).toBe('eBay');
    expect(name(['DeLonghi Magnifica', 'DeLonghi Magnifica test'], 'de')).toBe('DeLonghi Magnifica');
    expect(name(['tv antenna', 'best tv antenna'])).toBe('TV Antenna');
  });

  it('by what a compound holds in Japanese', () => {
    expect(name(['加湿器 電気代', 'スチーム式加湿器'], 'ja')).toBe('加湿器');
    expect(name(['日本茶 おすすめ'], 'ja')).toBe('日本茶');
  });

  it('in 60 characters at most', () => {
    expect(name(['x'.repeat(200)]).length).toBeLessThanOrEqual(60);
    expect(name(['𝒳'.repeat(100)]).length).toBeLessThanOrEqual(60);
  });
});
