import { build, type Rolldown } from 'vite'

let code: Promise<string> | undefined

/** Builds the module for a script tag from the source, as `vite build` does; once for each test file. */
export function buildWidget(): Promise<string> {
  code ??= buildOnce()
  return code
}

async function buildOnce(): Promise<string> {
  const root = new URL('..', import.meta.url).pathname
  const built = await build({ root, logLevel: 'warn', publicDir: false, build: { write: false } })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const [chunk, ...others] = outputs.flatMap(({ output }) => output)
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The widget must be one module.')
  return chunk.code
}
