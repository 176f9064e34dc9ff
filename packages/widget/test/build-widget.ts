import { build, type Rolldown } from 'vite'

let chunks: Promise<ReadonlyMap<string, string>> | undefined

/** Builds the module for a script tag from the source, as `vite build` does; once for each test file. */
export const buildWidget = async (): Promise<string> => (await buildChunks()).get('artel.js') ?? ''

/** All files of that build by name: the module, and what it loads when a customer needs it. */
export function buildChunks(): Promise<ReadonlyMap<string, string>> {
  chunks ??= buildOnce()
  return chunks
}

async function buildOnce(): Promise<ReadonlyMap<string, string>> {
  const root = new URL('..', import.meta.url).pathname
  const built = await build({ root, logLevel: 'warn', publicDir: false, build: { write: false } })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((chunk) => {
        if (chunk.type !== 'chunk') throw new Error(`${chunk.fileName} is no module.`)
        return [chunk.fileName, chunk.code] as const
      }),
    ),
  )
}
