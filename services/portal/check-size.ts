import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** The most script, gzipped, that a list may take before it is painted. */
const LIMIT_BYTES = 200 * 1024

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
}

const dist = new URL('./dist/', import.meta.url)
const chunks: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(new URL('manifest.json', dist), 'utf8'),
)

/** A chunk with all that it imports at once, by file. */
function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const chunk = chunks[name]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(imported, seen)
  return seen
}

const gzipped = (file: string): number => gzipSync(readFileSync(new URL(file, dist))).length
const entry = Object.keys(chunks).find((name) => chunks[name]?.isEntry)
if (!entry) throw new Error('The build has no entry.')
const shell = filesOf(entry)

/** What loads a screen stands in one of these, with the words that it says: `withWords([...], () => import(...))`. */
const loaders = ['router.ts', 'till/last-till.tsx']
  .map((file) => readFileSync(new URL(`src/${file}`, import.meta.url), 'utf8'))
  .join('')

/** The areas of words that are loaded with a screen. */
function areasOf(screen: string): string[] {
  const file = screen.slice(screen.lastIndexOf('/'))
  const loading = loaders
    .split('import(')
    .findIndex((after, at) => at > 0 && after.split(')')[0]?.includes(`${file}'`))
  const before = loaders.split('import(')[loading - 1]?.split('component:').at(-1) ?? ''
  return [...(/withWords\(\[(.*?)\]/.exec(before)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
    ([, area]) => area ?? '',
  )
}
/** The longer one of the two languages of an area; every page has one of them. */
const wordsOf = (area: string): number =>
  Math.max(
    0,
    ...['ru', 'en'].map((language) => gzipped(chunks[`src/words/${language}${area}.ts`]?.file ?? '')),
  )
const screens = Object.keys(chunks).filter((name) => /src\/.+-screen\.tsx$/.test(name))

// Every screen but the till and those outside stands in the frame.
const frame = screens.find((name) => name.endsWith('/shell-screen.tsx')) ?? ''
const standsAlone = (name: string) => /src\/(till|session|place)\//.test(name)

const sizes = screens.map((name) => {
  const files = [...filesOf(name, standsAlone(name) ? new Set(shell) : filesOf(frame, new Set(shell)))]
  const ofFrame = standsAlone(name) ? [] : areasOf('/shell/shell-screen.tsx')
  const areas = ['', ...[...ofFrame, ...areasOf(name)].map((area) => `-${area}`)]
  const words = areas.reduce((sum, area) => sum + wordsOf(area), 0)
  return { name, bytes: files.reduce((sum, file) => sum + gzipped(file), words) }
})
sizes.sort((a, b) => b.bytes - a.bytes)
const largest = sizes[0]
if (!largest) throw new Error(`No screen was found among ${readdirSync(dist).length} files.`)
process.stdout.write(
  `largest screen: ${largest.name}, ${(largest.bytes / 1024).toFixed(1)} kB of script gzipped\n`,
)
for (const { name, bytes } of sizes.filter((one) => one.bytes > LIMIT_BYTES)) {
  process.stderr.write(
    `${name} takes ${(bytes / 1024).toFixed(1)} kB before it is painted; 200 kB are allowed.\n`,
  )
  process.exitCode = 1
}
