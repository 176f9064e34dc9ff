// Bundles the command: its seven hundred modules, each read through a loader of TypeScript, take seconds to load.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import { build } from 'esbuild'
import { bundleFolder, bundleIsFresh, inputsFile, markOf, root } from './bin/bundle-is-fresh.js'

/** A path as the bundle imports it, wherever the repository stands. @param {string} path */
const fromBundle = (path) => {
  const way = relative(bundleFolder, path)
  return way.startsWith('.') ? way : `./${way}`
}

/** Sources of the workspace are bundled; whatever is installed is imported from where it is. */
const installedStays = {
  name: 'installed-stays',
  /** @param {import('esbuild').PluginBuild} building */
  setup(building) {
    building.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === installedStays || path.startsWith('node:')) return undefined
      const found = await building.resolve(path, { kind, resolveDir, pluginData: installedStays })
      if (found.errors.length > 0 || found.external || found.path.endsWith('.ts')) return found
      return { path: fromBundle(found.path), external: true }
    })
  },
}

/** A module finds the files that stand beside it from where its source is, not from where the bundle is. */
const knowsItsPlace = {
  name: 'knows-its-place',
  /** @param {import('esbuild').PluginBuild} building */
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const place = `new URL(${JSON.stringify(fromBundle(path))}, import.meta.url).href`
      return { contents: text.replaceAll('import.meta.url', `(${place})`), loader: 'ts' }
    })
  },
}

async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['packages/cli/src/artel.ts'],
    outdir: bundleFolder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['node', 'import'],
    keepNames: true, // errors are told by the names of their classes
    metafile: true,
    logLevel: 'warning',
    plugins: [installedStays, knowsItsPlace],
  })
  const sources = Object.keys(metafile.inputs).filter((path) => path.endsWith('.ts'))
  // Written last, and at once: whoever starts meanwhile runs the sources.
  writeFileSync(
    `${inputsFile}.new`,
    JSON.stringify(Object.fromEntries(sources.map((path) => [path, markOf(path)]))),
  )
  renameSync(`${inputsFile}.new`, inputsFile)
  return Object.keys(metafile.outputs).map((path) => basename(path))
}

// A process that runs may still load parts of a bundle that is as good as a new one.
if (!bundleIsFresh()) {
  mkdirSync(bundleFolder, { recursive: true })
  rmSync(inputsFile, { force: true })
  const kept = new Set([...(await bundle()), basename(inputsFile)])
  for (const file of readdirSync(bundleFolder)) if (!kept.has(file)) rmSync(bundleFolder + file)
}
