import { CliError } from '../cli-error.ts'

/**
 * Shortest secret that a production takes, characters: 32 of `openssl rand -hex 16` are 128 bits. Checked by nothing but its
 * bytes, it must not be guessed.
 */
export const LEAST_CHARACTERS = 32

/** A secret that the environment names; undefined = none. @throws CliError for one that production could have guessed */
export function secretOf(name: string, env: NodeJS.ProcessEnv, production: boolean): string | undefined {
  const secret = env[name]
  if (!secret) return undefined
  if (!production || secret.length >= LEAST_CHARACTERS) return secret
  throw new CliError(
    `${name} must have ${LEAST_CHARACTERS} characters or more: take "openssl rand -hex 32".`,
    {
      ru: `В ${name} нужно ${LEAST_CHARACTERS} знака или больше: возьмите "openssl rand -hex 32".`,
    },
  )
}
