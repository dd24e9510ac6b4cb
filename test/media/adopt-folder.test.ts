import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptFolder } from '../../server/media/adopt-folder.ts';
import type { MediaFile } from '../../server/media/media-store.ts';

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'galley-media-')), 'media');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

function memory() {
  const files = new Map<string, MediaFile>();
  return {
    files,
    put: async (some: Readonly<Record<string, MediaFile>>) => {
      for (const [key, file] of Object.entries(some)) files.set(key, file);
    },
  };
}

describe('pictures in the folder of an earlier version', () => {
  it('are moved into the store under their keys, and the folder is gone', async () => {
    const folder = await folderWith({ 'site-1/a.png': 'A', 'site-2/b.jpg': 'B', '.swept': 'a time' });
    const [media, said] = [memory(), [] as string[]];
    await adoptFolder(folder, media, (line) => said.push(line));
    expect(Object.fromEntries(media.files)).toEqual({
      'site-1/a.png': { bytes: Buffer.from('A'), mediaType: 'image/png' },
      'site-2/b.jpg': { bytes: Buffer.from('B'), mediaType: 'image/jpeg' },
    });
    expect(await readdir(join(folder, '..'))).toEqual([]);
    expect(said).toEqual([`Moving the images in ${folder} to where they are kept now …`]);
  });

  it('stay until the store has them', async () => {
    const folder = await folderWith({ 'site-1/a.png': 'A' });
    const full = { put: () => Promise.reject(new Error('full')) };
    await expect(adoptFolder(folder, full, () => {})).rejects.toThrow('full');
    expect(await readdir(folder, { recursive: true })).toContain('site-1/a.png');
  });

  it('leave what is none behind', async () => {
    const folder = await folderWith({ 'site-1/a.png': 'A', 'site-1/notes.txt': 'mine' });
    const media = memory();
    await adoptFolder(folder, media, () => {});
    expect([...media.files.keys()]).toEqual(['site-1/a.png']);
    expect(await readdir(folder, { recursive: true })).toEqual(['site-1', 'site-1/notes.txt']);
  });

  it('are none where there is no such folder, and nothing is said', async () => {
    const [media, said] = [memory(), [] as string[]];
    await adoptFolder(join(tmpdir(), 'galley-none', 'media'), media, (line) => said.push(line));
    expect([media.files.size, said]).toEqual([0, []]);
  });
});
