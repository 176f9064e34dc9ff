import {
  ConfirmationExpiredError,
  ConfirmationInvalidError,
  ConfirmationRequiredError,
  ConfirmationUnavailableError,
  NotFoundError,
  points,
  type Refusal,
} from '@artel/ledger'
import {
  type ConfirmationUse,
  coalitionNow,
  countConfirmationAttempt,
  freeConfirmation,
  type Store,
  takeConfirmation,
} from '@artel/store'
import type { Confirmation } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { checkId } from '../input/text.ts'
import { canonicalJson } from '../posting/request-hash.ts'
import { type ConfirmedAct, isFor } from './act.ts'
import { checkCode, isCode } from './code.ts'

/** Tries of one code, right or wrong, by everybody together. The table holds the same bound. */
export const MAX_ATTEMPTS = 5

/** A code as the customer told it. */
export interface GivenConfirmation {
  /** Of the confirmation that was requested. Raw UUID. */
  readonly id: string
  /** Six digits; blanks and hyphens between them do not count. */
  readonly code: string
}

/** What an act is asked consent for with. */
export interface ConsentAsked {
  readonly act: ConfirmedAct
  readonly given: GivenConfirmation | null | undefined
  /** Points above which it takes a code, for the refusal to say; null when it always does. */
  readonly threshold: bigint | null
  /** The field of the input that holds the code. */
  readonly field?: string
}

/** Whether the customer has said yes to a command. */
export interface Consent {
  /** Throws, within the decision, what is missing. It is not recorded: the key stays free for the same command with a code. */
  readonly require: () => void
  /** Whether `require` would throw. */
  readonly isMissing: boolean
  /** To be called when the command was refused for good: the code may confirm another try of the same. */
  readonly giveBack: () => Promise<void>
}

/** Of an act that needs no code. */
export const NO_CODE_NEEDED: Consent = {
  require: () => undefined,
  isMissing: false,
  giveBack: async () => undefined,
}

/**
 * Takes the customer's code for a command before it is decided. A code is taken for one idempotency key and for no other, so
 * whatever happens in between, it never confirms two acts, and a retry of the command goes on where it was cut off. What is
 * wrong is not thrown here but by the decision, which a command that was answered before never comes to. Twins that come at
 * the same time bring the same code: that is one try.
 * Throws InvalidInputError for what cannot be a code.
 */
export function takeConsent(context: Context, asked: ConsentAsked, use: ConfirmationUse): Promise<Consent> {
  const { given } = asked
  if (!given) return Promise.resolve(missing(refusalWithoutCode(context, asked)))
  const twins = twinsOf(context.store)
  const name = canonicalJson([asked.act, given, use.scopeId, use.operation, use.key])
  const before = twins.get(name)
  if (before) return before
  const taking = takeCode(context.store, { ...asked, given }, use).finally(() => twins.delete(name))
  twins.set(name, taking)
  return taking
}

/** What is being taken at this moment, by act, code and command. */
const takings = new WeakMap<Store, Map<string, Promise<Consent>>>()

function twinsOf(store: Store): Map<string, Promise<Consent>> {
  const known = takings.get(store) ?? new Map<string, Promise<Consent>>()
  takings.set(store, known)
  return known
}

async function takeCode(store: Store, asked: ExaminedCode, use: ConfirmationUse): Promise<Consent> {
  const { coalitionId } = asked.act
  const usedAt = await coalitionNow(store, coalitionId)
  const examined = await examineCode(store, asked, usedAt, use)
  if (examined.refusal) return missing(examined.refusal)
  const name = { coalitionId, id: examined.confirmation.id }
  const isTaken =
    examined.isTakenByUse ||
    (await takeConfirmation(store.prisma, name, { use, usedAt })) ||
    isTakenBy(use, await find(store, name))
  if (!isTaken) return missing(usedCode(asked.field ?? 'confirmation'))
  return {
    require: () => undefined,
    isMissing: false,
    giveBack: () => freeConfirmation(store.prisma, name, use),
  }
}

/** Of an act that is not to be, whatever the code says: none is taken for it. */
export function missing(refusal: Refusal): Consent {
  return {
    require: () => {
      throw new UnrecordedRefusal(refusal)
    },
    isMissing: true,
    giveBack: async () => undefined,
  }
}

/** What an act without a code is refused with: that it needs one, or that nobody could send it. */
export function refusalWithoutCode(
  { sender }: Context,
  { act, threshold, field = 'confirmation' }: Omit<ConsentAsked, 'given'>,
): Refusal {
  const options = { path: [field] }
  if (!sender) return new ConfirmationUnavailableError({}, options)
  const { purpose, customerId } = act
  const above = threshold === null ? null : points(threshold)
  return new ConfirmationRequiredError({ purpose, customerId, threshold: above }, options)
}

interface ExaminedCode {
  readonly act: ConfirmedAct
  readonly given: GivenConfirmation
  /** The field of the input that holds the code. */
  readonly field?: string
}

type Examined =
  | { readonly refusal: Refusal }
  | { readonly refusal: null; readonly confirmation: Confirmation; readonly isTakenByUse: boolean }

/**
 * Whether a code confirms an act. A try is counted and committed before the code is looked at: no crash, race or second
 * process gives one more. A code that `use` had taken before needs no second look, but ends as any other: what `use` stands
 * for was not posted then, or nobody would ask. Throws InvalidInputError.
 */
export async function examineCode(
  store: Store,
  { act, given, field = 'confirmation' }: ExaminedCode,
  now: Date,
  use: ConfirmationUse | null,
): Promise<Examined> {
  const code = checkCode([field, 'code'], given.code)
  const id = checkId('confirmation', given.id, [field, 'id'])
  const { coalitionId } = act
  const name = { coalitionId, id }
  const confirmation = await find(store, name)
  if (!confirmation) return { refusal: new NotFoundError({ what: 'confirmation' }, { path: [field, 'id'] }) }
  if (!isFor(confirmation, act)) return { refusal: codeOfOtherAct(field) }
  const isTakenByUse = use !== null && isTakenBy(use, confirmation)
  if (confirmation.usedAt && !isTakenByUse) return { refusal: usedCode(field) }
  const { expiresAt } = confirmation
  if (expiresAt <= now)
    return { refusal: new ConfirmationExpiredError({ expiredAt: expiresAt }, { path: [field, 'code'] }) }
  if (isTakenByUse) return { refusal: null, confirmation, isTakenByUse }
  const attempts = await countConfirmationAttempt(store.prisma, name, MAX_ATTEMPTS)
  if (attempts === undefined) return { refusal: invalid('TRIED_TOO_OFTEN', 0, field) }
  if (await isCode(code, confirmation)) return { refusal: null, confirmation, isTakenByUse: false }
  return { refusal: invalid('WRONG_CODE', MAX_ATTEMPTS - attempts, field) }
}

type Fault = 'WRONG_CODE' | 'TRIED_TOO_OFTEN' | 'USED' | 'OTHER_ACT'

/** The refusal of a code that something else used meanwhile. */
export const usedCode = (field: string): Refusal => invalid('USED', 0, field)

/** The refusal of a code that was asked for something else. */
export const codeOfOtherAct = (field: string): Refusal => invalid('OTHER_ACT', 0, field)

const invalid = (reason: Fault, attemptsLeft: number, field: string): Refusal =>
  new ConfirmationInvalidError({ reason, attemptsLeft }, { path: [field, 'code'] })

const isTakenBy = (use: ConfirmationUse, row: Confirmation | null): boolean =>
  row?.usedScopeId === use.scopeId && row.usedOperation === use.operation && row.usedKey === use.key

const find = ({ prisma }: Store, { coalitionId, id }: { coalitionId: string; id: string }) =>
  prisma.confirmation.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
