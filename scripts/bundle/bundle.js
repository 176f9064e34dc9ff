import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { build } from 'esbuild'
import { digestOf, isFresh, root, sourcesFile } from './freshness.js'

/**
 * Makes a bundle of a TypeScript program and of all sources of the workspace that it imports, unless the folder has
 * one that is fresh: hundreds of modules, each read through a loader of TypeScript, take seconds to load one by one.
 * Any number of processes may ask for the same at once.
 * @param {string} program its path
 * @param {string} folder where the bundle goes; one whose parent may be written to
 */
export async function bundle(program, folder) {
  if (isFresh(folder)) return
  // Beside its place, and moved there whole: nobody runs half a bundle.
  const beside = `${folder}.${process.pid}`
  mkdirSync(dirname(folder), { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [program],
    outdir: beside,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['node', 'import'],
    keepNames: true, // errors are told by the names of their classes
    metafile: true,
    logLevel: 'warning',
    plugins: [installedStays(beside), knowsItsPlace(beside)],
  })
  const sources = Object.keys(metafile.inputs).filter((path) => path.endsWith('.ts'))
  // What is installed is imported by paths that name its version.
  const paths = [...sources, 'pnpm-lock.yaml']
  writeFileSync(sourcesFile(beside), JSON.stringify({ digest: digestOf(paths), paths }))
  takePlace(beside, folder)
}

/** Puts the new bundle in its place, unless another process was first. @param {string} beside @param {string} folder */
function takePlace(beside, folder) {
  const former = `${beside}.former`
  if (existsSync(folder) && !isFresh(folder)) {
    try {
      renameSync(folder, former)
    } catch (error) {
      if (!isFresh(folder)) throw error
    }
  }
  try {
    renameSync(beside, folder)
  } catch (error) {
    if (!isFresh(folder)) throw error
  } finally {
    rmSync(beside, { recursive: true, force: true })
    rmSync(former, { recursive: true, force: true })
  }
}

/** A path as a bundle imports it, wherever the repository stands. @param {string} folder @param {string} path */
function fromBundle(folder, path) {
  const way = relative(folder, path)
  return way.startsWith('.') ? way : `./${way}`
}

/**
 * Sources of the workspace are bundled; whatever is installed is imported from where it is.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
const installedStays = (folder) => ({
  name: 'installed-stays',
  setup(building) {
    const asked = {} // marks the question that this plugin asks itself
    building.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === asked || path.startsWith('node:')) return undefined
      const found = await building.resolve(path, { kind, resolveDir, pluginData: asked })
      if (found.errors.length > 0 || found.external || found.path.endsWith('.ts')) return found
      return { path: fromBundle(folder, found.path), external: true }
    })
  },
})

/**
 * A module finds the files that stand beside it from where its source is, not from where the bundle is.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
const knowsItsPlace = (folder) => ({
  name: 'knows-its-place',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const place = `new URL(${JSON.stringify(fromBundle(folder, path))}, import.meta.url).href`
      return { contents: text.replaceAll('import.meta.url', `(${place})`), loader: 'ts' }
    })
  },
})
