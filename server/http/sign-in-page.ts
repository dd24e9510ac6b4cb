import { createHash } from 'node:crypto';

/**
 * The link's secret stands behind its `#`: no browser sends that part, so no proxy, log or Referer ever sees it.
 * The script moves it into the form and out of the address; a person sends it, and nothing that previews links does.
 */
const script = `
const field = document.querySelector('input');
field.value = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
if (field.value === '') document.querySelector('p').textContent = 'This link is incomplete. Copy all of it.';
else document.querySelector('button').disabled = false;
document.querySelector('button').focus();
`;

/** As the console's own sign-in looks, which is where the colours are from: admin/shell/inks.ts. */
const style = `
:root { color-scheme: light dark; --ground: #f7f6f3; --text: #21231f; --soft: #595c56; --line: #e4e2dc; --accent: #1f5d57; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #151716; --text: #e8e9e5; --soft: #a9ada6; --line: #2f3432; --accent: #7cc4b8; --on-accent: #0d2623; }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { box-sizing: border-box; width: 100%; max-width: 412px; padding: 1rem; }
h1 { margin: 0; font: 600 2.25rem/1.1 ui-serif, Georgia, serif; color: var(--accent); }
p { margin: 0.25rem 0 1.5rem; }
button { width: 100%; padding: 0.6rem; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 550; cursor: pointer; }
p.below { margin: 1.25rem 0 0; }
button:disabled { background: var(--line); color: var(--soft); cursor: default; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

/** Sends the link's secret, once somebody presses its button. */
export const signInPage = pageOf(`<p>This link signs you in, once.</p>
<noscript>Your browser must allow JavaScript for this.</noscript>
<form method="post" action="/signin"><input type="hidden" name="token"><button disabled>Sign in</button></form>
<p class="below"><a href="/login">Sign in with a password instead</a></p>
<script>${script}</script>`);

/** Says in a sentence of the catalogue why nobody is signed in, and leads on. */
export function refusedPage(message: string): string {
  return pageOf(`<p role="alert">${message}</p>
<p><a href="/login">Go to the sign-in page</a></p>`);
}

function pageOf(content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in · Galley</title>
<style>${style}</style>
<main>
<h1>Galley</h1>
${content}
</main>
</html>
`;
}

/** Nothing runs on the pages but their own script, and nothing is loaded. */
export const signInPagePolicy = [
  "default-src 'none'",
  `script-src ${hashed(script)}`,
  `style-src ${hashed(style)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hashed(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
