import { CliError } from '../cli-error.ts'

/** An address over http or https that a variable names, without a query; undefined = none. Throws CliError. */
export function addressOf(name: string, env: NodeJS.ProcessEnv, example: string): string | undefined {
  const text = env[name]
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url && [url.search, url.hash, url.username, url.password].every((part) => part === '')
  if (isPlain && ['http:', 'https:'].includes(url.protocol)) return text
  throw new CliError(`${name} must be an address such as ${example}.`, {
    ru: `${name} - адрес вида ${example}.`,
  })
}
