import type { ArtelBrowser } from '@artel/sdk/browser'
import { problemOf } from './problem-of.ts'

/** Asks as the customer or, when nobody is signed in, as a stranger on the page of a named member. Rejects with a `Problem`. */
export type AskAsAnyone = <Answer>(
  memberId: string | undefined,
  ask: (client: ArtelBrowser) => Promise<Answer>,
) => Promise<Answer>

/** What is public on a member's page is read without a customer too. */
export function askAsAnyone(customer: ArtelBrowser, anonymous: ArtelBrowser): AskAsAnyone {
  return async (memberId, ask) => {
    try {
      return await ask(customer)
    } catch (failure) {
      const problem = problemOf(failure)
      if (problem.code !== 'SIGNED_OUT' || memberId === undefined) throw problem
    }
    return ask(anonymous).catch((failure) => Promise.reject(problemOf(failure)))
  }
}
