import { SignInCodeWrongError } from '@artel/ledger'
import { coalitionNow, countConfirmationAttempt, newId, type Store, takeConfirmation } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { checkCode, isCode } from '../confirmation/code.ts'
import { MAX_ATTEMPTS } from '../confirmation/consent.ts'
import { checkPhone } from '../input/contact.ts'
import type { SessionKey } from '../keys/create-widget-session.ts'
import { customerOfPhone } from './customer-of-phone.ts'
import { type CustomerToken, customerToken } from './customer-token.ts'
import { hostedCoalition } from './hosted-coalition.ts'
import type { PageDoor } from './page-door.ts'
import { countCodeGuess, forgiveCodeRequests } from './sign-in-attempts.ts'
import { startCustomerSession } from './stored-session.ts'

export interface SignInCustomerInput {
  /** The coalition's handle or public id. */
  readonly coalition: string
  readonly phone: string
  readonly code: string
  readonly door: PageDoor
  readonly sessionKey: SessionKey
}

/** A customer who is signed in: the secret is for the browser's cookie alone. */
export interface SignedInCustomer {
  readonly token: CustomerToken
  readonly coalitionId: string
  readonly secret: string
}

/**
 * Signs a customer in to the coalition's page by phone and code. The two newest codes count, so that one that was slow on its way works
 * beside the one asked for after it. A wrong code and a phone that nobody has are refused alike, after the same work. Anybody.
 * Throws NotFoundError, InvalidInputError, SignInDelayedError, SignInCodeWrongError.
 */
export async function signInCustomer(
  context: Context,
  input: SignInCustomerInput,
): Promise<SignedInCustomer> {
  const { store } = context
  const { door, sessionKey } = input
  const { id: coalitionId } = await hostedCoalition(store, input.coalition)
  const phone = checkPhone(['phone'], input.phone)
  const code = checkCode(['code'], input.code)
  const attempt = await countCodeGuess(store, door, { coalitionId, phone })
  const customerId = await customerWith(store, { coalitionId, phone, code })
  if (customerId === undefined) throw new SignInCodeWrongError()
  await attempt.succeeded()
  await forgiveCodeRequests(store, door, { coalitionId, phone })
  const started = await startCustomerSession(store, door, { coalitionId, customerId })
  if (started === undefined) throw new SignInCodeWrongError()
  const { session, secret } = started
  return { coalitionId, secret, token: await customerToken(session, { door, sessionKey }) }
}

/** So many codes are tried, and so many are made up where there are fewer: the time tells nothing. */
const CODES_TRIED = 2

/** Who has the phone and was sent the code; the code is used up. */
async function customerWith(
  store: Store,
  {
    coalitionId,
    phone,
    code,
  }: { readonly coalitionId: string; readonly phone: string; readonly code: string },
): Promise<string | undefined> {
  const { prisma } = store
  const now = await coalitionNow(store, coalitionId)
  const customerId = (await customerOfPhone(prisma, { coalitionId, phone }))?.id ?? newId()
  const sent = await prisma.confirmation.findMany({
    where: {
      ...{ coalitionId, customerId, purpose: 'SIGN_IN', usedAt: null, failedAt: null },
      ...{ attempts: { lt: MAX_ATTEMPTS }, expiresAt: { gt: now } },
    },
    ...{ orderBy: { createdAt: 'desc' }, take: CODES_TRIED },
  })
  const tried = Array.from({ length: CODES_TRIED }, (_, at) => sent[at] ?? madeUp())
  const right = await Promise.all(
    tried.map(async (one) => {
      const name = { coalitionId, id: one.id }
      // Counted and committed before the code is looked at: no race gives one more.
      const attempts = await countConfirmationAttempt(prisma, name, MAX_ATTEMPTS)
      return (await isCode(code, one)) && attempts !== undefined ? name : undefined
    }),
  )
  const name = right.find((one) => one !== undefined)
  if (name === undefined) return undefined
  const use = { scopeId: customerId, operation: 'customerSignIn', key: newId() }
  return (await takeConfirmation(prisma, name, { use, usedAt: now })) ? customerId : undefined
}

const madeUp = () => ({ id: newId(), codeHash: new Uint8Array(32) })
