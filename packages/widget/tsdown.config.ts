import { defineConfig } from 'tsdown'
import { minifyTemplates } from './minify-templates.ts'

/**
 * The build for npm: the classes and `defineArtelElements`, with what they use of the SDK, so that the widget installs by
 * itself. Lit is left to the page's own bundler, which shortens names and leaves templates as they are.
 */
export default defineConfig({
  plugins: [minifyTemplates()],
  // The QR code of a card is drawn by the coalition's own page too.
  entry: { index: 'src/index.ts', 'card-code': 'src/elements/artel-wallet/card-code.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  deps: { alwaysBundle: [/^@artel\/sdk/] },
  dts: true,
  clean: true,
  fixedExtension: false,
  // The step that is loaded later keeps one name; the page's bundler gives it a hash.
  hash: false,
})
