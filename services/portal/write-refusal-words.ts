import { mkdir, readFile, writeFile } from 'node:fs/promises'

interface Said {
  readonly en: string
  readonly ru: string
}
interface Registry {
  readonly refusals: Readonly<Record<string, { readonly meaning: Said; readonly remedy: Said }>>
  readonly failures?: Readonly<Record<string, { readonly meaning: Said; readonly remedy: Said }>>
}

/** Writes what every refusal means and what to do, a file for each language: loaded when one is met. */
const registry: Registry = JSON.parse(
  await readFile(new URL(import.meta.resolve('@artel/schema/refusals.json')), 'utf8'),
)
const folder = new URL('./src/generated/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const language of ['en', 'ru'] as const) {
  const words = Object.fromEntries(
    Object.entries({ ...registry.failures, ...registry.refusals }).map(([code, { meaning, remedy }]) => [
      code,
      { meaning: meaning[language], remedy: remedy[language] },
    ]),
  )
  await writeFile(new URL(`refusals-${language}.json`, folder), `${JSON.stringify(words, null, 1)}\n`)
}
