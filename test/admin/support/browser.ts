import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const chromiumPackage = new URL('..', import.meta.resolve('@sparticuz/chromium'));
const { version } = JSON.parse(readFileSync(new URL('package.json', chromiumPackage), 'utf8'));
/** Another version of the package has another place. */
const place = join(tmpdir(), `galley-chromium-${version}`);

/** Without a graphics card; a browser that finds none gives up after a few pages. */
const drawing = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

/** Unpacks to the child's TMPDIR: the package knows no other place. */
const unpack = `
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
const packed = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'];
await Promise.all(packed.map((file) => inflate(join(bin, file))));
`;

/** The one in the package names another folder; a browser without any font ends itself. */
const fontsAreHere = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>
`;

/** Headless: the one at CHROMIUM_PATH, else the one that comes with the packages and brings its libraries along. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH: own } = process.env;
  if (own === undefined) await ensureUnpacked();
  const brought = { LD_LIBRARY_PATH: join(place, 'al2023/lib'), FONTCONFIG_PATH: join(place, 'fonts') };
  return chromium.launch({
    executablePath: own ?? join(place, 'chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', ...drawing],
    env: { ...process.env, ...(own === undefined && brought) },
  });
}

/** Once a machine; whole or not at all, as others may be about it at the same time. */
async function ensureUnpacked(): Promise<void> {
  if (existsSync(place)) return;
  const folder = await mkdtemp(`${place}-`);
  const args = ['--input-type=module', '--eval', unpack];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, TMPDIR: folder } });
  await writeFile(join(folder, 'fonts/fonts.conf'), fontsAreHere);
  await rename(folder, place).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    if (!existsSync(place)) throw error;
  });
}
