import { defineConfig } from 'vite'
import { dropAnnotations, minifyTemplates } from './minify-templates.ts'

/**
 * The build for a script tag: one module with all dependencies, which defines the elements, and beside it what a page loads
 * only when a customer needs it.
 */
export default defineConfig({
  plugins: [minifyTemplates(), dropAnnotations()],
  // The playground is copied beside the module.
  publicDir: 'playground',
  // Under the tests' NODE_ENV, Lit's development build would be bundled. Tests must measure what is shipped.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: 'src/cdn.ts', formats: ['es'], fileName: () => 'artel.js' },
    // Vite keeps white space in libraries for other bundlers, which do not process this one.
    rolldownOptions: { output: { minify: true, chunkFileNames: 'artel-[name].js' } },
  },
})
