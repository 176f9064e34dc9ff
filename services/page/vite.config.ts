import { defineConfig } from 'vite'

/** Builds the page into plain files that the API serves below /c/-/: no coalition is called so. */
export default defineConfig({
  base: '/c/-/',
  // Under the tests' NODE_ENV, Lit's development build would be bundled. Tests must measure what is shipped.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
