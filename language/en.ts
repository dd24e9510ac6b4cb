import type { WordLists } from './word-lists.ts';

export const en: WordLists = {
  intents: {
    local: 'near me, nearby, near, close to me, in my area, open now, closest, nearest',
    comparison: 'vs, versus, compare, compared, comparison, difference, differences, or, better than',
    'how-to':
      'how to, get rid of, rid, keep, how do, how can, how should, diy, tutorial, step by step, instructions, at home without, make your own',
    review:
      'review, reviews, reviewed, rating, ratings, worth it, worth, tested, test, pros and cons, complaints',
    list: 'best, top, top rated, ideas, examples, list, types of, kinds of, types, kinds, alternatives, alternative, recommended, recommendations, favorite, greatest',
    buy: 'buy, price, prices, pricing, cost, costs, how much, cheap, cheapest, affordable, budget, deal, deals, discount, coupon, sale, for sale, order, online, shop, store, stores, purchase, under, subscription price, black friday, inexpensive',
    question:
      'what, what is, what are, why, when, which, who, where, is, are, can, can you, can i, does, do, do i, should, should i, how long, how many, how often, meaning, definition, explained',
    guide:
      'guide, guides, tips, basics, introduction, beginner, beginners, for beginners, 101, checklist, explained simply, everything about, advice, tricks',
  },
  fillers:
    'easy, easily, simple, quick, quickly, fast, new, good, great, perfect, ultimate, complete, free, cheap, expensive, popular, professional, real, really, use, used, using, make, making, get, getting, choose, choosing, need, want, start, starting, work, works, right, way, ways, thing, things, benefits, without, usa, uk, year, years, people, most, much, many, long, often, every, day, daily, per, safe, much',
  modifiers:
    'small, large, big, mini, portable, compact, electric, manual, automatic, cordless, wireless, heavy duty, home, house, kitchen, garden, yard, bathroom, bedroom, balcony, garage, car, indoor, indoors, outdoor, outdoors, office, travel, room, kit, kits, set, sets, parts, part, replacement, accessories, accessory, repair, fix, clean, cleaner, cleaning, maintenance, care, size, sizes, chart, plan, plans, schedule, time, method, methods, treatment, remedy, remedies, natural, homemade, organic, safe, kids, women, men, adults, seniors, brand, brands, type, variety, varieties, color, colors, design, quality, high, low, long, short, winter, summer, spring, autumn, fall, night, day, delivery, service, services, company, companies, installation, install, water, plastic, metal, steel, wood, wooden, glass, stand, holder, cover, storage, storing, layout, grow, growing, plant, plants, planting, seed, seeds, training, tool, tools, product, products, problem, problems, reach, leaves, house, buy',
  actions:
    'assemble, calculate, cancel, connect, convert, delete, descale, disassemble, disconnect, eat, fertilize, install, move, prune, remove, replace, reset, sharpen, transplant, unclog, uninstall, unlock',
  stopWords:
    "a, an, and, the, of, for, to, in, on, at, by, with, from, as, into, your, my, our, their, his, her, its, it, you, i, me, we, us, they, them, he, she, this, that, these, those, be, is, are, was, were, been, am, do, does, did, doing, have, has, had, will, would, could, should, can, may, might, must, if, than, then, so, too, very, just, about, out, up, down, over, after, before, during, between, both, each, some, any, all, no, not, nor, only, own, same, such, there, here, what, which, who, when, where, why, how, or, but, because, while, s, t, don't, doesn't, isn't, aren't, can't, won't, i'm, it's, what's",
  telling:
    "before, after, during, while, without, no, not, nor, don't, doesn't, isn't, aren't, can't, won't, up, down, out, over, when, where, why, who, her, his, us",
  towards: 'to, into',
};
