import { type Finding, unwell, well } from './finding.ts'

/** Shortest operator key of a production, characters: 32 of `openssl rand -hex 16` are 128 bits. */
const LEAST_CHARACTERS = 32

/** The operator's key opens coalitions and is checked by nothing but its bytes: in production it must not be guessed. */
export function examineOperatorKey(key: string | undefined): Finding {
  if (!key) return well('Operator key', 'none: coalitions are opened elsewhere')
  if (key.length >= LEAST_CHARACTERS) return well('Operator key', `${key.length} characters`)
  return unwell(
    'Operator key',
    `${key.length} characters, of ${LEAST_CHARACTERS} or more`,
    'Set ARTEL_OPERATOR_KEY to the output of "openssl rand -hex 32".',
  )
}
