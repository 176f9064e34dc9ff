import { currencyDigits, parseDecimal, wholeText } from '@artel/documents'
import { minor, points } from '@artel/ledger'
import { parseFiscalQr } from '@artel/rules'
import { newId, openStore } from '@artel/store'
import { type Context, encodePublicId, recordPurchase } from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { DECIMAL, WHOLE } from '../command/value-forms.ts'
import { codeSender } from '../customer/code-sender.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { givenCode } from '../customer/given-code.ts'
import { findCoalition } from '../find-coalition.ts'
import { openPrompter } from '../login/prompter.ts'
import { whoActs } from '../settle/acting-as.ts'
import { withDatabase } from '../with-database.ts'
import { CUSTOMER_WORDS } from '../words/customer-words.ts'
import type { Language } from '../words/language.ts'

/** `artel sale`: records one sale of a member, for a counter whose till is away, and for trying things out. */
export const sale = defineCommand({
  meta: {
    name: 'sale',
    description: 'Record a sale of a member, part of it paid in points.',
    ru: 'Провести продажу участника, часть которой оплачена баллами.',
  },
  args: {
    action: { type: 'positional', description: 'record', ru: 'record', required: true },
    coalition: COALITION,
    customer: {
      type: 'string',
      description: 'Who bought: id (cus_...), phone or number of the card.',
      ru: 'Кто купил: номер покупателя (cus_...), телефон или номер карты.',
    },
    receipt: {
      type: 'string',
      description: 'Your number of the receipt: one receipt is one purchase.',
      ru: 'Ваш номер чека: один чек - одна покупка.',
    },
    total: {
      type: 'string',
      description: 'The whole bill, such as 1000.00.',
      ru: 'Весь чек, например 1000,00.',
      form: DECIMAL,
    },
    points: {
      type: 'string',
      description: 'Points that pay a part of it.',
      ru: 'Баллы, которыми оплачена часть.',
      default: '0',
      form: WHOLE,
    },
    fiscal: {
      type: 'string',
      description: "The text of the fiscal receipt's QR code: nobody claims it again.",
      ru: 'Текст QR-кода кассового чека: заявку по нему уже не подать.',
    },
    confirmation: {
      type: 'string',
      description: 'What `artel customer code --for SPEND` printed (cnf_...); the code itself is asked for.',
      ru: 'Что напечатала команда `artel customer code --for SPEND` (cnf_...); сам код будет спрошен.',
    },
    'idempotency-key': {
      type: 'string',
      description: 'Sent again with the same one, the sale is recorded once. Default: a fresh one.',
      ru: 'С тем же ключом повторённая продажа записана один раз. Без него - новый.',
    },
    key: {
      type: 'string',
      description:
        "Whose sale it is: a member's key (sk_...). Default: ARTEL_KEY, else whoever is signed in (artel login).",
      ru: 'Чья это продажа: ключ участника (sk_...). Без него - ARTEL_KEY, иначе тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    record: {
      description: 'Record a sale.',
      ru: 'Провести продажу.',
      needs: ['customer', 'receipt', 'total'],
      takes: ['points', 'fiscal', 'confirmation', 'idempotency-key', 'key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const acting = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        const context = { ...acting, sender: codeSender(process.env, coalition) }
        const recorded = await record(context, coalition, { ...args, language })
        const { purchase, balanceAfter, replayed } = recorded
        const id = encodePublicId('purchase', purchase.id)
        const { pointsRedeemed, pointsEarned } = purchase
        const data = { id, pointsRedeemed: `${pointsRedeemed}`, pointsEarned: `${pointsEarned}` }
        process.stdout.write(
          args.json
            ? `${JSON.stringify({ purchase: data, balanceAfter: `${balanceAfter}`, replayed })}\n`
            : `${id}: ${WORDS[language]([pointsRedeemed, pointsEarned, balanceAfter].map((n) => wholeText(n, language)))}\n`,
        )
        return 0
      } finally {
        await store.close()
      }
    }),
})

const WORDS: Readonly<Record<Language, (shown: readonly string[]) => string>> = {
  en: ([redeemed, earned, balance]) => `redeemed ${redeemed}, earned ${earned}; the customer has ${balance}`,
  ru: ([redeemed, earned, balance]) => `списано ${redeemed}, начислено ${earned}; у покупателя ${balance}`,
}

interface SaleArgs {
  readonly customer?: string | undefined
  readonly receipt?: string | undefined
  readonly total?: string | undefined
  readonly points: string
  readonly fiscal?: string | undefined
  readonly confirmation?: string | undefined
  readonly 'idempotency-key'?: string | undefined
  readonly language: Language
}

async function record(context: Context, { currency }: { readonly currency: string }, args: SaleArgs) {
  const { customer = '', receipt = '', total = '', language } = args
  const amount = parseDecimal(total, currencyDigits(currency))
  if (amount === undefined)
    throw new UsageError(`--total must be an amount such as 1000.00; it is "${total}".`, {
      ru: `--total - сумма, например 1000,00; указано «${total}».`,
    })
  const prompter = openPrompter()
  try {
    const question = CUSTOMER_WORDS[language].codeOf(customer)
    const confirmation = await givenCode(prompter, {
      option: '--confirmation',
      id: args.confirmation,
      question,
    })
    return await recordPurchase(context, {
      ...{ customer: customerNamed(customer), receiptRef: receipt, points: points(BigInt(args.points)) },
      total: { amountMinor: minor(amount), currency },
      fiscal: args.fiscal ? parseFiscalQr(['fiscal'], args.fiscal).id : null,
      confirmation: confirmation ?? null,
      idempotencyKey: args['idempotency-key'] || newId(),
    })
  } finally {
    prompter.close()
  }
}
