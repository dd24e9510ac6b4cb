/** Colours and type of all pages, in light and dark. Fonts are the reader's own: nothing is loaded. */
const base = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #24211d; --quiet: #6b655c; --rule: #e3ded4; --accent: #8a4b12; --card: #ffffff; --note: #fbeed3;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --ink: #e6e1d8; --quiet: #a39b8f; --rule: #35322d; --accent: #e6a96b; --card: #1f1d1a; --note: #3b2f17; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1875rem/1.65 var(--serif); overflow-wrap: break-word; -webkit-text-size-adjust: 100%; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
img { display: block; width: 100%; height: auto; border-radius: .5rem; background: var(--rule); }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; font-weight: 700; letter-spacing: -.01em; }
.small { font: .875rem/1.5 var(--sans); color: var(--quiet); }
.note, aside.sample { font: .9375rem/1.5 var(--sans); background: var(--note); border-inline-start: .25rem solid var(--accent); border-radius: .25rem; padding: .75rem 1rem; margin: 1.5rem 0; }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; margin: 0; padding: 0; }
.tags li { overflow-wrap: anywhere; border: 1px solid var(--rule); border-radius: 1rem; padding: .05rem .7rem; }
`;

export const articleStyle = `${base}
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.9rem); margin: 1.5rem 0 .75rem; }
h2 { font-size: 1.6rem; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
p, ul, ol, blockquote, table { margin: 0 0 1.15rem; }
li + li { margin-top: .35rem; }
.lead { font-size: 1.3rem; line-height: 1.5; color: var(--quiet); }
aside.summary { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 1.75rem; }
aside > :last-child { margin-bottom: 0; }
figure { margin: 1.75rem 0; }
@media (min-width: 60rem) { figure.featured { margin-inline: -6rem; } }
blockquote { margin-inline: 0; padding-inline-start: 1.25rem; border-inline-start: .2rem solid var(--accent); font-style: italic; }
table { border-collapse: collapse; width: 100%; font: .9375rem/1.5 var(--sans); }
th, td, dd { overflow-wrap: anywhere; min-width: 0; hyphens: auto; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--rule); }
pre { overflow-x: auto; }
footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem 1.25rem; margin: 0; }
dt { font-weight: 600; } dd { margin: 0; }
@media (max-width: 30rem) { th, td { font-size: .8125rem; padding-inline: .35rem; } th:first-child, td:first-child { padding-inline-start: 0; } }
@media print { body { background: #fff; color: #000; } nav { display: none; } }
`;

export const indexStyle = `${base}
main { max-width: 72rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
h1 { font-size: clamp(2rem, 1.5rem + 2.4vw, 3rem); margin: 0 0 .25rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1.5rem; list-style: none; margin: 2.5rem 0 0; padding: 0; }
.card { position: relative; display: flex; flex-direction: column; background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; overflow: hidden; transition: border-color .15s; }
.card:hover { border-color: var(--accent); }
.card img, .card .blank { border-radius: 0; aspect-ratio: 16 / 9; object-fit: cover; background: var(--rule); }
.card .text { padding: 1rem 1.25rem 1.25rem; display: flex; flex-direction: column; flex: 1; }
.card h2 { font-size: 1.25rem; margin: 0 0 .5rem; }
.card h2 a { color: inherit; text-decoration: none; }
.card h2 a::after { content: ''; position: absolute; inset: 0; }
.card p { margin: 0 0 1rem; font-size: 1rem; line-height: 1.5; color: var(--quiet); }
.card p.small { margin: auto 0 0; font-size: .875rem; }
@media (prefers-reduced-motion: reduce) { .card { transition: none; } }
`;
