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

const style = `
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 20vh auto 0; padding: 0 1rem; }
button { font: inherit; padding: 0.5rem 1.5rem; }
`;

export const signInPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to Galley</title>
<style>${style}</style>
<h1>Galley</h1>
<p>This link signs you in, once.</p>
<noscript>Your browser must allow JavaScript for this.</noscript>
<form method="post" action="/signin"><input type="hidden" name="token"><button disabled>Sign in</button></form>
<script>${script}</script>
</html>
`;

/** Nothing runs on the page but its own script, and nothing is loaded. */
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
