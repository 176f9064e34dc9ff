import { generateKeyPairSync } from 'node:crypto'
import * as door from '../index.ts'
import { aDoor } from './people.ts'
import type { Rule } from './webhook-rules.ts'

/** Who may use the verbs of the coalition's own page: anybody, since nobody is signed in before. */
export function pageRules(everybody: (use: Rule['use']) => Rule): Record<string, Rule> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const at = { coalition: '', door: aDoor(), sessionKey: { privateKey, algorithm: 'EdDSA' as const } }
  const later = () => undefined
  return {
    requestCustomerSignIn: everybody((c) => door.requestCustomerSignIn(c, { ...at, phone: 'x', later })),
    signInCustomer: everybody((c) => door.signInCustomer(c, { ...at, phone: 'x', code: '' })),
    createCustomerToken: everybody((c) => door.createCustomerToken(c, { ...at, secretOf: () => null })),
    signOutCustomer: everybody((c) =>
      door.signOutCustomer(c, { coalition: '', secretOf: () => null, everywhere: false }),
    ),
  }
}
