import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, with a slash: the paths of sources are told from there. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The file of a bundle's folder that names its sources, each with its mark. @param {string} folder */
export const sourcesFile = (folder) => join(folder, 'sources.json')

/** Tells one state of a source from another. @param {string} path from the root */
export function markOf(path) {
  const { mtimeMs, size } = statSync(root + path)
  return `${mtimeMs} ${size}`
}

/** Whether the bundle of a folder was made of its sources as they are now: only then may it run in their place. @param {string} folder */
export function isFresh(folder) {
  try {
    /** @type {Record<string, string>} */
    const marks = JSON.parse(readFileSync(sourcesFile(folder), 'utf8'))
    return Object.entries(marks).every(([path, mark]) => markOf(path) === mark)
  } catch {
    return false // nothing is built, or a source that was is gone
  }
}
