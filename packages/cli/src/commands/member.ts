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
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION } from '../command/standing-options.ts'
import { MINOR_UNITS, oneOfWords, WHOLE } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { needed } from '../needed.ts'
import { adminActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { EXIT_WORDS, WRITE_OFF_WORDS } from '../words/terms-words.ts'

const MICROS_PER_MINOR = 10_000n

/** `artel member`: how members leave, one by one or all together, and how a debt is given up. */
export const member = defineCommand({
  meta: {
    name: 'member',
    description: 'See a member off step by step, give up what it owes, or wind the whole coalition down.',
    ru: 'Проводить участника шаг за шагом, списать его долг или свернуть всю коалицию.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'exit, write-off or wind-down',
      ru: 'exit, write-off или wind-down',
      required: true,
    },
    step: {
      type: 'positional',
      description: 'Step of the exit.',
      ru: 'Шаг выхода.',
      required: false,
    },
    coalition: COALITION,
    member: { type: 'string', description: 'Handle of the member.', ru: 'Имя участника.' },
    reason: { type: 'string', description: 'Why.', ru: 'Почему.' },
    days: {
      type: 'string',
      description: "Days that customers have to spend the member's points.",
      ru: 'Сколько дней покупатели тратят его баллы.',
      default: '90',
      form: WHOLE,
    },
    kind: {
      type: 'string',
      description: 'DEPOSIT or GUARANTEE.',
      ru: 'DEPOSIT (депозит) или GUARANTEE (гарантия).',
      default: 'DEPOSIT',
      form: oneOfWords('DEPOSIT', 'GUARANTEE'),
    },
    amount: {
      type: 'string',
      description: 'In minor units (kopecks).',
      ru: 'В копейках.',
      form: MINOR_UNITS,
    },
    reference: {
      type: 'string',
      description: 'Number of the payment or of the guarantee.',
      ru: 'Номер платежа или гарантии.',
    },
    key: {
      type: 'string',
      description: "Whose step it is: an administrator's key (ak_...).",
      ru: 'Чей это шаг: ключ администратора (ak_...).',
    },
  },
  actions: {
    'exit show': {
      description: 'How far the exit is and what is missing.',
      ru: 'Как далеко зашёл выход и чего не хватает.',
      needs: ['member'],
    },
    'exit notice': {
      description: 'Give notice.',
      ru: 'Подать заявление о выходе.',
      needs: ['member', 'reason'],
      takes: ['days'],
    },
    'exit withdraw': {
      description: 'Withdraw the notice.',
      ru: 'Отозвать заявление.',
      needs: ['member', 'reason'],
    },
    'exit estimate': {
      description: 'Estimate what its outstanding points may still cost.',
      ru: 'Оценить, сколько ещё могут стоить его баллы.',
      needs: ['member'],
    },
    'exit guarantee': {
      description: 'Record the security for its points.',
      ru: 'Записать обеспечение его баллов.',
      needs: ['member', 'amount', 'reference'],
      takes: ['kind'],
    },
    'exit close': { description: 'Close the member.', ru: 'Закрыть участника.', needs: ['member'] },
    'write-off': {
      description: "Give up what the member owes, at the coalition's loss.",
      ru: 'Списать долг участника в убыток коалиции.',
      needs: ['member', 'amount'],
    },
    'wind-down': {
      description: 'End the whole coalition.',
      ru: 'Свернуть всю коалицию.',
      needs: ['reason'],
      takes: ['days'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const admin = await adminActs(store, coalition, args.key)
        if (args.action === 'wind-down') {
          const redemptionDays = Number(args.days)
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
  switch (args.step) {
    case 'notice': {
      const redemptionDays = Number(args.days)
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
      const kind = args.kind.toUpperCase() === 'GUARANTEE' ? 'GUARANTEE' : 'DEPOSIT'
      const minor = BigInt(needed(args.amount, '--amount'))
      const reference = needed(args.reference, '--reference')
      const amount = micros(minor * MICROS_PER_MINOR)
      await recordExitGuarantee(admin, { memberId, kind, amount, reference, idempotencyKey })
      return
    }
    case 'close':
      await closeMember(admin, { memberId })
      return
  }
}

async function giveUp(
  admin: Context,
  { id: coalitionId, currency }: Coalition,
  asked: { readonly debtor: Member; readonly amount: string | undefined; readonly language: 'en' | 'ru' },
): Promise<string> {
  const { id: memberId, name } = asked.debtor
  const minor = BigInt(needed(asked.amount, '--amount'))
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

async function memberOf({ store }: Context, { id: coalitionId }: Coalition, handle: string): Promise<Member> {
  const found = await store.prisma.member.findUnique({
    where: { coalitionId_handle: { coalitionId, handle } },
  })
  if (!found)
    throw new CliError(`There is no member "${handle}" in this coalition.`, {
      ru: `Участника «${handle}» в этой коалиции нет.`,
    })
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
