import { points } from '@artel/ledger'
import { newId } from '@artel/store'
import {
  CONFIRMATION_PURPOSES,
  type ConfirmationPurpose,
  type Context,
  encodePublicId,
  freezeCustomer,
  joinHousehold,
  requestConfirmation,
  transferPoints,
  unfreezeCustomer,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import type { Prompter } from '../login/prompter.ts'
import { CUSTOMER_WORDS } from '../words/customer-words.ts'
import type { Language } from '../words/language.ts'
import { customerNamed } from './customer-named.ts'
import { givenCode } from './given-code.ts'

/** Options of the steps that ask a customer for a yes, as they were typed. */
export interface CodeArgs {
  readonly customer: string
  readonly with?: string | undefined
  readonly for?: string | undefined
  readonly points?: string | undefined
  readonly confirmation?: string | undefined
  readonly 'with-confirmation'?: string | undefined
  readonly reason?: string | undefined
  readonly 'phone-lost'?: boolean | undefined
  readonly 'idempotency-key'?: string | undefined
  readonly event?: string | undefined
  readonly date?: string | undefined
  readonly 'referral-code'?: string | undefined
}

/** What a step needs besides its options. */
export interface CodeStepping {
  readonly context: Context
  readonly args: CodeArgs
  readonly language: Language
  readonly prompter: Prompter
}

/** What a step says: a line for people, data for programs. */
export interface CodeAnswer {
  readonly text: string
  readonly data: object
}

/** Has a code sent to the customer. */
export async function sendCode({ context, args, language }: CodeStepping): Promise<CodeAnswer> {
  const other = args.with === undefined ? null : customerNamed(args.with)
  const sent = await requestConfirmation(context, {
    ...{ purpose: purposeOf(args.for), customer: customerNamed(args.customer), other },
    points: args.points === undefined ? null : points(BigInt(args.points)),
    idempotencyKey: args['idempotency-key'] || newId(),
  })
  const { channel, maskedAddress, expiresAt, replayed } = sent
  const id = encodePublicId('confirmation', sent.id)
  return {
    text: CUSTOMER_WORDS[language].codeSent(id, maskedAddress, expiresAt),
    data: { confirmation: { id, channel, maskedAddress, expiresAt, replayed } },
  }
}

/** Puts the customer into another's household, with a code of each. */
export async function join({ context, args, language, prompter }: CodeStepping): Promise<CodeAnswer> {
  const other = needed('--with', args.with)
  const words = CUSTOMER_WORDS[language]
  const confirmation = await givenCode(prompter, {
    ...{ option: '--confirmation', id: args.confirmation, question: words.codeOf(args.customer) },
  })
  const withConfirmation = await givenCode(prompter, {
    ...{ option: '--with-confirmation', id: args['with-confirmation'], question: words.codeOf(other) },
  })
  const { customer } = await joinHousehold(context, {
    ...{ customer: customerNamed(args.customer), with: customerNamed(other) },
    ...{ confirmation: confirmation ?? null, withConfirmation: withConfirmation ?? null },
  })
  const id = encodePublicId('customer', customer.id)
  return { text: words.joined(id), data: { customer: { id } } }
}

/** Gives points to another customer of the household, with a code of the giver. */
export async function give({ context, args, language, prompter }: CodeStepping): Promise<CodeAnswer> {
  const words = CUSTOMER_WORDS[language]
  const given = await transferPoints(context, {
    ...{ from: customerNamed(args.customer), to: customerNamed(needed('--with', args.with)) },
    points: points(BigInt(needed('--points', args.points))),
    confirmation: (await ownCode(prompter, args, words)) ?? null,
    idempotencyKey: args['idempotency-key'] || newId(),
  })
  const { balanceAfter, receiverBalanceAfter } = given
  return {
    text: words.gave(given.points, balanceAfter),
    data: {
      transfer: {
        points: `${given.points}`,
        balanceAfter: `${balanceAfter}`,
        receiverBalanceAfter: `${receiverBalanceAfter}`,
      },
    },
  }
}

/** Stops all that takes points from the customer. */
export async function freeze({ context, args, language }: CodeStepping): Promise<CodeAnswer> {
  const { customer } = await freezeCustomer(context, {
    ...{ customer: customerNamed(args.customer), reason: args.reason ?? null },
    isPhoneLost: args['phone-lost'] ?? false,
  })
  return frozenAnswer(customer, language)
}

/** Lets points be spent again: with the customer's code, or by an administrator with a reason. */
export async function unfreeze({ context, args, language, prompter }: CodeStepping): Promise<CodeAnswer> {
  const { customer } = await unfreezeCustomer(context, {
    ...{ customer: customerNamed(args.customer), reason: args.reason ?? null },
    confirmation: (await ownCode(prompter, args, CUSTOMER_WORDS[language])) ?? null,
  })
  return frozenAnswer(customer, language)
}

const ownCode = (prompter: Prompter, args: CodeArgs, { codeOf }: (typeof CUSTOMER_WORDS)[Language]) =>
  givenCode(prompter, { option: '--confirmation', id: args.confirmation, question: codeOf(args.customer) })

function frozenAnswer(
  { id: raw, frozenAt }: { readonly id: string; readonly frozenAt: Date | null },
  language: Language,
): CodeAnswer {
  const id = encodePublicId('customer', raw)
  return { text: CUSTOMER_WORDS[language].frozen(id, frozenAt), data: { customer: { id, frozenAt } } }
}

function purposeOf(named: string | undefined): ConfirmationPurpose {
  const purpose = CONFIRMATION_PURPOSES.find((known) => known === named?.toUpperCase())
  if (purpose) return purpose
  const known = CONFIRMATION_PURPOSES.join(', ')
  throw new UsageError(`Say --for: ${known}.`, { ru: `Укажите --for: ${known}.` })
}

function needed(name: string, value: string | undefined): string {
  if (value) return value
  throw new UsageError(`This step needs ${name}.`, { ru: `Этому шагу нужен ${name}.` })
}
