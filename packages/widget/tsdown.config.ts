import { defineConfig } from 'tsdown'

/** The build for npm: the classes and `defineArtelElements`. Lit is left to the page's own bundler. */
export default defineConfig({
  entry: { index: 'src/index.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  dts: true,
  clean: true,
  fixedExtension: false,
})
