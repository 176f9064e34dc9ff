import type { Context } from '@artel/use-cases'
import type { Authentication } from '../auth/authenticate.ts'

/** Who asks for what is no GraphQL, as its verbs are called with. */
export interface Visitor extends Authentication {
  readonly context: Context & Required<Pick<Context, 'from'>>
  /** Notes for the audit log that they may not. */
  readonly noteDenied: (code: string) => void
}
