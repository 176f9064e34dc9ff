import { wholeText } from '@artel/documents'
import { points } from '@artel/ledger'
import { newId, openStore } from '@artel/store'
import { approveAdjustment, awardPromo, type Context, decodePublicId, encodePublicId } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { findCoalition } from '../find-coalition.ts'
import { needed } from '../needed.ts'
import { adminActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'

const WORDS: Readonly<Record<Language, Readonly<Record<'given' | 'balance' | 'waits', string>>>> = {
  en: { given: 'points given', balance: 'balance', waits: 'waits for a second person' },
  ru: { given: 'начислено баллов', balance: 'баланс', waits: 'ждёт второго человека' },
}

/** `artel award`: promo points that the coalition's promo fund pays for. */
export const award = defineCommand({
  meta: {
    name: 'award',
    description: "Award promo points out of the coalition's promo fund, up to its balance.",
    ru: 'Начислить подарочные баллы из промофонда коалиции, пока в нём есть деньги.',
  },
  args: {
    action: { type: 'positional', description: 'give or approve', ru: 'give или approve', required: true },
    coalition: COALITION,
    customer: {
      type: 'string',
      description: 'Who gets them: id (cus_...), phone or number of the card.',
      ru: 'Кому: номер покупателя (cus_...), телефон или номер карты.',
    },
    points: { type: 'string', description: 'How many.', ru: 'Сколько.', form: WHOLE },
    days: {
      type: 'string',
      description: 'Days until they run out; by the terms if left out.',
      ru: 'Через сколько дней сгорят; иначе по условиям.',
      form: WHOLE,
    },
    'idempotency-key': {
      type: 'string',
      description: 'Name of the award: given again under it, it is given once.',
      ru: 'Имя начисления: повторённое под тем же именем, оно будет одно.',
    },
    adjustment: {
      type: 'string',
      description: 'Id (adj_...) of the award that waits.',
      ru: 'Номер (adj_...) начисления, которое ждёт.',
    },
    key: {
      type: 'string',
      description: "Whose step it is: an administrator's key (ak_...).",
      ru: 'Чей это шаг: ключ администратора (ak_...).',
    },
  },
  actions: {
    give: {
      description: "Give points; above the coalition's limit they wait for a second person.",
      ru: 'Начислить; сверх предела коалиции начисление ждёт второго человека.',
      needs: ['customer', 'points'],
      takes: ['days', 'idempotency-key', 'key'],
    },
    approve: {
      description: 'Agree, as a second person, to an award that waits.',
      ru: 'Согласиться вторым человеком на начисление, которое ждёт.',
      needs: ['adjustment'],
      takes: ['key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const admin = await adminActs(store, coalition, args.key)
        const say = args.action === 'approve' ? approve : give
        process.stdout.write(await say(admin, args, language))
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface AwardArgs {
  readonly customer?: string | undefined
  readonly points?: string | undefined
  readonly days?: string | undefined
  readonly 'idempotency-key'?: string | undefined
  readonly adjustment?: string | undefined
}

async function give(admin: Context, args: AwardArgs, language: Language): Promise<string> {
  const awarded = await awardPromo(admin, {
    customer: customerNamed(needed(args.customer, '--customer')),
    points: points(BigInt(needed(args.points, '--points'))),
    fromPromoFund: true,
    expiresInDays: args.days === undefined ? null : Number(args.days),
    idempotencyKey: args['idempotency-key'] ?? newId(),
  })
  const { adjustment, balanceAfter } = awarded
  return adjustment && balanceAfter === null
    ? `${encodePublicId('adjustment', adjustment.id)}: ${WORDS[language].waits}\n`
    : given(awarded.points, balanceAfter, language)
}

async function approve(admin: Context, args: AwardArgs, language: Language): Promise<string> {
  const adjustmentId = decodePublicId('adjustment', needed(args.adjustment, '--adjustment'))
  if (adjustmentId === undefined)
    throw new CliError(`"${args.adjustment}" is no id of an award (adj_...).`, {
      ru: `«${args.adjustment}» - не номер начисления (adj_...).`,
    })
  const idempotencyKey = newId()
  const { adjustment, balanceAfter } = await approveAdjustment(admin, { adjustmentId, idempotencyKey })
  return given(adjustment.points, balanceAfter, language)
}

const given = (awarded: bigint, balance: bigint | null, language: Language): string =>
  `${WORDS[language].given}: ${wholeText(awarded, language)}; ${WORDS[language].balance}: ${wholeText(balance ?? 0n, language)}\n`
