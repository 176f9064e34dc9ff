import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/browser.ts', 'src/token.ts', 'src/webhooks.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  fixedExtension: false,
  dts: true,
  // Only the type of a typed document comes along; everything at run time is a dependency or our own.
  deps: { onlyBundle: ['@graphql-typed-document-node/core'] },
  sourcemap: true,
  // Documentation is read from the types; a page that loads the code has no use for it.
  outputOptions: { comments: { jsdoc: false } },
})
