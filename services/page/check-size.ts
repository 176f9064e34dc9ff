import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** The most that the page takes before its data, gzipped: script and style, with whatever a customer may open. */
const LIMIT_BYTES = 60 * 1024

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
}

const dist = new URL('./dist/', import.meta.url)
const chunks: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(new URL('manifest.json', dist), 'utf8'),
)
const files = new Set(Object.values(chunks).flatMap(({ file, css = [] }) => [file, ...css]))
const bytes = [...files]
  .filter((file) => /\.(js|css)$/.test(file))
  .reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0)
process.stdout.write(`the page: ${(bytes / 1024).toFixed(1)} kB of script and style gzipped\n`)
if (bytes > LIMIT_BYTES) {
  process.stderr.write(`The page takes ${(bytes / 1024).toFixed(1)} kB; 60 kB are allowed.\n`)
  process.exitCode = 1
}
