import * as door from '../index.ts'
import { aDoor } from './people.ts'
import type { Rule } from './webhook-rules.ts'

type RuleOf = (use: Rule['use']) => Rule

/** Who may come in, and change how: what each verb of signing in takes. */
export function sessionRules(
  id: string,
  { everybody, person }: { readonly everybody: RuleOf; readonly person: RuleOf },
): Record<string, Rule> {
  const here = { door: aDoor() }
  return {
    acceptInvitation: everybody((c) => door.acceptInvitation(c, { linkSecret: '', name: 'x', ...here })),
    createSession: everybody((c) => door.createSession(c, { linkSecret: '', ...here })),
    requestSignInLink: everybody((c) =>
      door.requestSignInLink(c, { email: 'x', language: 'en', ...here, later: () => undefined }),
    ),
    confirmSession: person((c) => door.confirmSession(c, { code: '', ...here })),
    enrolTotp: person((c) => door.enrolTotp(c, { ...here })),
    confirmTotp: person((c) => door.confirmTotp(c, { code: '', ...here })),
    startPasskeyRegistration: person((c) => door.startPasskeyRegistration(c, here)),
    registerPasskey: person((c) => door.registerPasskey(c, { response: '', name: '', ...here })),
    removePasskey: person((c) => door.removePasskey(c, { passkeyId: id })),
    startPasskeySignIn: everybody((c) => door.startPasskeySignIn(c, here)),
    createPasskeySession: everybody((c) => door.createPasskeySession(c, { response: '', ...here })),
    changePassword: person((c) => door.changePassword(c, { password: '', ...here })),
    endSession: person((c) => door.endSession(c, {})),
    endAllSessions: person((c) => door.endAllSessions(c, { keepThis: false })),
  }
}
