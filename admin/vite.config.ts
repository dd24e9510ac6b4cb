import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documentsInPlace } from './vite-documents.ts';

/** The console as static files in dist/admin, which the API serves. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [documentsInPlace(), react()],
  // Beside `npm start`, with the page made anew as it is edited.
  server: {
    proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true }, '/media': 'http://127.0.0.1:4000' },
  },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    // By it the tests know what the entry and each page weigh.
    manifest: true,
    target: 'es2023',
    // No module of ours or of our packages does anything by having a property read.
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      // The entry names all chunks: without names of their own it is a kilobyte less.
      output: {
        chunkFileNames: 'assets/[hash].js',
        // Else a list comes in a hundred files, most of them smaller than what it takes to ask for one.
        codeSplitting: {
          groups: [
            { name: 'entry', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 5 },
          ],
        },
      },
    },
    reportCompressedSize: false,
    // The entry is one file; test/admin/weight.test.ts says how much it may weigh.
    chunkSizeWarningLimit: 1_000,
    // Browsers need no polyfill for it, and the policy lets no inline script run.
    modulePreload: { polyfill: false },
    // Every asset is a file: the policy lets none be part of a page's address.
    assetsInlineLimit: 0,
  },
});
