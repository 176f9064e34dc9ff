import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the portal into plain files that the API serves below /portal/. */
export default defineConfig({
  base: '/portal/',
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', 'wonka', '@urql/core'] },
  // The API writes a nonce of its own into each answer: a page of ours has the only styles that it lets in.
  html: { cspNonce: 'ARTEL_NONCE' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
})
