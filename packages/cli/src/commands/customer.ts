import { openStore } from '@artel/store'
import {
  type Context,
  type CustomerBy,
  decodePublicId,
  ERASURE_REASONS,
  encodePublicId,
  eraseCustomer,
  exportCustomer,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION } from '../command/standing-options.ts'
import { oneOfWords } from '../command/value-forms.ts'
import { writeNamedFile } from '../file/write-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingAs, actingAsOperator } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { CUSTOMER_WORDS } from '../words/customer-words.ts'
import type { Language } from '../words/language.ts'

/** `artel customer`: what a customer may ask of whoever keeps its data. */
export const customer = defineCommand({
  meta: {
    name: 'customer',
    description: 'Hand a customer everything that is held on it, or take its personal data away for good.',
    ru: 'Выдать покупателю всё, что о нём хранится, или навсегда удалить его личные данные.',
  },
  args: {
    action: { type: 'positional', description: 'export or erase', ru: 'export или erase', required: true },
    coalition: COALITION,
    customer: {
      type: 'string',
      description: 'Whose: id (cus_...), phone or number of the card; to erase, the id alone.',
      ru: 'Чьи: номер покупателя (cus_...), телефон или номер карты; для удаления - только номер покупателя.',
      required: true,
    },
    out: { type: 'string', description: 'File to write (JSON).', ru: 'Файл (JSON).' },
    reason: {
      type: 'string',
      description: `Why: ${ERASURE_REASONS.join(', ')}.`,
      ru: `Почему: ${ERASURE_REASONS.join(', ')}.`,
      form: oneOfWords(...ERASURE_REASONS),
    },
    reference: {
      type: 'string',
      description: 'Your own number of the request.',
      ru: 'Ваш номер обращения.',
    },
    'gives-up-points': {
      type: 'boolean',
      description: 'The customer knows that its points are lost.',
      ru: 'Покупатель знает, что его баллы пропадут.',
    },
    'forgives-debts': {
      type: 'boolean',
      description: 'The coalition forgives what the customer owes.',
      ru: 'Коалиция прощает покупателю долг.',
    },
    key: {
      type: 'string',
      description: "Whose step it is: an administrator's key (ak_...).",
      ru: 'Чей это шаг: ключ администратора (ak_...).',
    },
  },
  actions: {
    export: {
      description: 'Write everything that is held on the customer to a file.',
      ru: 'Записать в файл всё, что хранится о покупателе.',
      needs: ['customer', 'out'],
      takes: ['key'],
    },
    erase: {
      description: 'Take its personal data away; the books keep the bare id. There is no way back.',
      ru: 'Удалить личные данные; в книгах останется один номер. Вернуть их нельзя.',
      needs: ['customer', 'reason'],
      takes: ['reference', 'gives-up-points', 'forgives-debts', 'key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const admin = args.key
          ? await actingAs(store, coalition, args.key)
          : actingAsOperator(store, coalition)
        const say = args.action === 'erase' ? erase : exportTo
        process.stdout.write(`${await say(admin, args, language)}\n`)
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface CustomerArgs {
  readonly customer: string
  readonly out?: string | undefined
  readonly reason?: string | undefined
  readonly reference?: string | undefined
  readonly 'gives-up-points'?: boolean | undefined
  readonly 'forgives-debts'?: boolean | undefined
}

async function exportTo(admin: Context, args: CustomerArgs, language: Language): Promise<string> {
  if (!args.out) throw new UsageError('Say --out.')
  const exported = await exportCustomer(admin, { customer: customerOf(args.customer) })
  await writeNamedFile(args.out, `${JSON.stringify(exported.data, null, 2)}\n`)
  const words = CUSTOMER_WORDS[language]
  const id = encodePublicId('customer', exported.customerId)
  return exported.complete ? words.exported(id, args.out) : words.cut(id, args.out)
}

async function erase(admin: Context, args: CustomerArgs, language: Language): Promise<string> {
  const customerId = decodePublicId('customer', args.customer)
  const reason = ERASURE_REASONS.find((known) => known === args.reason?.toUpperCase())
  if (customerId === undefined)
    throw new CliError(
      `"${args.customer}" is no id of a customer (cus_...). A phone or a card is not enough here.`,
      {
        ru: `«${args.customer}» - не номер покупателя (cus_...). Телефона или карты здесь мало.`,
      },
    )
  if (!reason) throw new UsageError('Say --reason.')
  const erased = await eraseCustomer(admin, {
    ...{ customerId, reason, reference: args.reference ?? null },
    givesUpPoints: args['gives-up-points'] ?? false,
    forgivesDebts: args['forgives-debts'] ?? false,
  })
  return CUSTOMER_WORDS[language].erased(args.customer, erased)
}

const CARD = /^\d{16}$/

function customerOf(named: string): CustomerBy {
  const id = decodePublicId('customer', named)
  if (id !== undefined) return { id }
  return CARD.test(named) ? { cardNumber: named } : { phone: named }
}
