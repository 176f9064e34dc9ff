import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, with a slash: the paths of sources are told from there. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The file of a bundle's folder that says what it was made of. @param {string} folder */
export const sourcesFile = (folder) => join(folder, 'sources.json')

/**
 * One digest of what the files say. Their times would not do: a copy, an image of a container and a checkout change
 * them. Seven hundred files take some twenty milliseconds.
 * @param {readonly string[]} paths from the root
 */
export function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(root + path)).update('\0')
  return hash.digest('hex')
}

/** Whether the bundle of a folder was made of its sources as they are now: only then may it run in their place. @param {string} folder */
export function isFresh(folder) {
  try {
    const { paths, digest } = JSON.parse(readFileSync(sourcesFile(folder), 'utf8'))
    return digestOf(paths) === digest
  } catch {
    return false // nothing is built, or a source that was is gone
  }
}
