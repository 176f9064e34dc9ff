import { currencyDigits, decimalText } from '@artel/documents'
import { micros } from '@artel/ledger'
import { coalitionNow, newId, openStore } from '@artel/store'
import type { Coalition, Member } from '@artel/store/prisma'
import {
  type Context,
  closeMember,
  estimateExit,
  giveExitNotice,
  readClearingPosition,
  readExit,
  recordExitGuarantee,
  windDownCoalition,
  withdrawExitNotice,
  writeOffReceivable,
} from '@artel/use-cases'
import { defineCommand } from 'citty'
import { CliError } from '../cli-error.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingAs, actingAsOperator } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { languageOf } from '../words/language.ts'
import { EXIT_WORDS, WRITE_OFF_WORDS } from '../words/terms-words.ts'

const KNOWN =
  'Known: exit show, exit notice, exit withdraw, exit estimate, exit guarantee, exit close, write-off, wind-down.'
const MICROS_PER_MINOR = 10_000n

/** `artel member`: how members leave, one by one or all together, and how a debt is given up. */
export const member = defineCommand({
  meta: {
    name: 'member',
    description: 'See a member off step by step, give up what it owes, or wind the whole coalition down.',
  },
  args: {
    action: { type: 'positional', description: 'exit, write-off or wind-down', required: true },
    step: {
      type: 'positional',
      description: 'exit: show, notice, withdraw, estimate, guarantee or close.',
      required: false,
    },
    coalition: { type: 'string', description: 'Its handle or its id (coa_...).', required: true },
    member: { type: 'string', description: 'exit, write-off: handle of the member.' },
    reason: { type: 'string', description: 'notice, withdraw, wind-down: why.' },
    days: { type: 'string', description: "notice, wind-down: days of the customers' time.", default: '90' },
    kind: { type: 'string', description: 'guarantee: DEPOSIT or GUARANTEE.', default: 'DEPOSIT' },
    amount: { type: 'string', description: 'guarantee, write-off: in minor units (kopecks).' },
    reference: { type: 'string', description: 'guarantee: number of the payment or of the guarantee.' },
    key: { type: 'string', description: "Whose step it is: an administrator's key (ak_...)." },
    lang: { type: 'string', description: 'ru or en.', default: 'en' },
  },
  run: ({ args }) =>
    withDatabase(async ({ databaseUrl }) => {
      const language = languageOf(args.lang)
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const admin = args.key
          ? await actingAs(store, coalition, args.key)
          : actingAsOperator(store, coalition)
        if (args.action === 'wind-down') {
          const redemptionDays = wholeOf(args.days, '--days')
          await windDownCoalition(admin, { reason: needed(args.reason, '--reason'), redemptionDays })
          const leaving = await store.prisma.member.findMany({
            where: { coalitionId: coalition.id, status: 'EXITING' },
          })
          for (const one of leaving) process.stdout.write(await exitText(admin, coalition, one, language))
          return 0
        }
        if (args.action === 'write-off') {
          const debtor = await memberOf(admin, coalition, needed(args.member, '--member'))
          process.stdout.write(await giveUp(admin, coalition, { debtor, amount: args.amount, language }))
          return 0
        }
        if (args.action !== 'exit') throw new CliError(`"member ${args.action}" is not known. ${KNOWN}`)
        const named = await memberOf(admin, coalition, needed(args.member, '--member'))
        await takeStep(admin, named, args)
        process.stdout.write(await exitText(admin, coalition, named, language))
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface StepArgs {
  readonly step?: string | undefined
  readonly reason?: string | undefined
  readonly days: string
  readonly kind: string
  readonly amount?: string | undefined
  readonly reference?: string | undefined
}

async function takeStep(admin: Context, { id: memberId }: Member, args: StepArgs): Promise<void> {
  const idempotencyKey = newId()
  switch (args.step ?? 'show') {
    case 'show':
      return
    case 'notice': {
      const redemptionDays = wholeOf(args.days, '--days')
      await giveExitNotice(admin, { memberId, reason: needed(args.reason, '--reason'), redemptionDays })
      return
    }
    case 'withdraw':
      await withdrawExitNotice(admin, { memberId, reason: needed(args.reason, '--reason') })
      return
    case 'estimate':
      await estimateExit(admin, { memberId, idempotencyKey })
      return
    case 'guarantee': {
      if (args.kind !== 'DEPOSIT' && args.kind !== 'GUARANTEE')
        throw new CliError(`--kind must be DEPOSIT or GUARANTEE; it is "${args.kind}".`)
      const minor = BigInt(wholeOf(needed(args.amount, '--amount'), '--amount'))
      const reference = needed(args.reference, '--reference')
      const amount = micros(minor * MICROS_PER_MINOR)
      await recordExitGuarantee(admin, { memberId, kind: args.kind, amount, reference, idempotencyKey })
      return
    }
    case 'close':
      await closeMember(admin, { memberId })
      return
    default:
      throw new CliError(`"member exit ${args.step}" is not known. ${KNOWN}`)
  }
}

async function giveUp(
  admin: Context,
  { id: coalitionId, currency }: Coalition,
  asked: { readonly debtor: Member; readonly amount: string | undefined; readonly language: 'en' | 'ru' },
): Promise<string> {
  const { id: memberId, name } = asked.debtor
  const minor = BigInt(wholeOf(needed(asked.amount, '--amount'), '--amount'))
  await writeOffReceivable(admin, {
    memberId,
    amountMicros: micros(minor * MICROS_PER_MINOR),
    idempotencyKey: newId(),
  })
  const positions = await readClearingPosition(admin, { coalitionId, memberIds: [memberId] })
  const owes = (positions.get(memberId)?.net ?? 0n) / MICROS_PER_MINOR
  const money = (amount: bigint) => `${decimalText(amount, currencyDigits(currency))} ${currency}`
  const words = WRITE_OFF_WORDS[asked.language]
  return `${name}: ${words.written} ${money(minor)}; ${words.owes} ${money(owes)}\n`
}

function needed(value: string | undefined, name: string): string {
  if (value) return value
  throw new CliError(`Say ${name}.`)
}

function wholeOf(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new CliError(`${name} must be a whole number; it is "${text}".`)
  return Number(text)
}

async function memberOf({ store }: Context, { id: coalitionId }: Coalition, handle: string): Promise<Member> {
  const found = await store.prisma.member.findUnique({
    where: { coalitionId_handle: { coalitionId, handle } },
  })
  if (!found) throw new CliError(`There is no member "${handle}" in this coalition.`)
  return found
}

async function exitText(
  { store }: Context,
  { id: coalitionId, timeZone, currency }: Coalition,
  { id: memberId, name }: Member,
  language: 'en' | 'ru',
): Promise<string> {
  const words = EXIT_WORDS[language]
  const report = await readExit(store, { coalitionId, memberId }, await coalitionNow(store, coalitionId))
  if (!report) return `${name} ${words.none}\n`
  const { exit, tail, missing } = report
  const day = (date: Date) => date.toLocaleDateString('sv-SE', { timeZone })
  const money = (amount: bigint) =>
    `${decimalText(amount / MICROS_PER_MINOR, currencyDigits(currency))} ${currency}`
  const left = missing.length === 0 ? words.nothing : missing.map((step) => words.steps[step]).join('; ')
  const lines = [
    `${name}: ${words.since} ${day(exit.noticedAt)}, ${words.windowEnds} ${day(exit.redemptionEndsAt)}`,
    `  ${words.points}: ${tail.points}; ${words.liability}: ${money(tail.liability)}; ${words.needed}: ${money(tail.guaranteeNeeded)}`,
    exit.closedAt ? `  ${words.closed} ${day(exit.closedAt)}` : `  ${words.missing}: ${left}`,
  ]
  return `${lines.join('\n')}\n`
}
