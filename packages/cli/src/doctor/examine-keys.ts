import { LEAST_CHARACTERS } from '../settings/secret.ts'
import { type Finding, unwell, well } from './finding.ts'

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
