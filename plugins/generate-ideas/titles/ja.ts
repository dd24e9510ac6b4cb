import type { TitleBook } from './title-book.ts';

export const ja: TitleBook = {
  titles: {
    guide: [
      '{phrase}：初心者のための入門ガイド',
      '{phrase}：大切なことをやさしく解説',
      '{phrase}：10分でわかる要点',
      '{phrase}：毎日に役立つコツ',
      '{phrase}：実践ハンドブック',
    ],
    'how-to': [
      '{phrase}：手順を順番に紹介',
      '{phrase}：はじめてでも失敗しない進め方',
      '{phrase}：シンプルな方法と落とし穴',
      '{phrase}：特別な道具なしで始める',
      '{phrase}：チェックリスト付きマニュアル',
    ],
    comparison: [
      '{phrase}：違いをひと目で確認',
      '{phrase}：自分に合うのはどれか',
      '{phrase}：公平な目で徹底比較',
      '{phrase}：価格と性能のバランス',
      '{phrase}：それぞれの強み',
    ],
    list: [
      '{phrase}：目的別のおすすめ',
      '{phrase}：良い選択肢と向いている人',
      '{phrase}：理由がわかる厳選リスト',
      '{phrase}：知っておきたい種類',
      '{phrase}：はじめの一歩になるアイデア',
    ],
    review: [
      '{phrase}：本当に価値はあるのか',
      '{phrase}：長所と短所を正直に評価',
      '{phrase}：日常使用で見えること',
      '{phrase}：宣伝文句を検証',
      '{phrase}：体験談のまとめ',
    ],
    buy: [
      '{phrase}：予算で何が手に入るか',
      '{phrase}：購入ガイド',
      '{phrase}：節約できる所とできない所',
      '{phrase}：最初の一年の費用',
      '{phrase}：支払い前の確認事項',
    ],
    question: [
      '{phrase}：短い答えと背景',
      '{phrase}：よくある質問に回答',
      '{phrase}：事実と誤解',
      '{phrase}：専門用語を使わずに説明',
      '{phrase}：具体例で見る理由',
    ],
    local: [
      '{phrase}：良い店の見つけ方',
      '{phrase}：初回訪問で見るべき点',
      '{phrase}：現地で聞きたい質問',
      '{phrase}：信頼できる店の特徴',
      '{phrase}：地域案内',
    ],
  },
  briefs: {
    guide: '「{phrase}」を基礎から紹介する。用語、判断のポイント、よくある失敗、最初の一歩を扱う。',
    'how-to': '「{phrase}」で検索する人がやりたいことを番号付きの手順で示し、つまずきやすい点も説明する。',
    comparison: '「{phrase}」の選択肢を同じ基準で表にまとめて比較し、どれが誰に合うかを述べる。',
    list: '「{phrase}」に関する妥当な選択肢を、理由と向いている読者とともに挙げる。',
    review: '「{phrase}」の長所と短所を比べ、誰にとっての結論かを示す。',
    buy: '「{phrase}」にお金を使う前の読者を助ける。価格帯、維持費、支払い前の確認点を扱う。',
    question: '「{phrase}」に最初の段落で答え、続けて理由を述べ、関連する質問で締めくくる。',
    local: '「{phrase}」で検索する人が、近くの店を見つけて見極められるようにする。',
  },
};
