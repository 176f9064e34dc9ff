import { defineConfig } from 'vite'
import { dropAnnotations, minifyTemplates } from './minify-templates.ts'

/** The form for a script tag: one module with everything in it, which defines the elements. */
export default defineConfig({
  plugins: [minifyTemplates(), dropAnnotations()],
  // The playground lies beside the module as it is.
  publicDir: 'playground',
  // Lit's development build would come with the tests' NODE_ENV; what is measured is what is shipped.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: 'src/cdn.ts', formats: ['es'], fileName: () => 'artel.js' },
    // Vite keeps white space in libraries for the next bundler; here there is none.
    rolldownOptions: { output: { minify: true } },
  },
})
