import { currencyDigits, parseDecimal } from '@artel/documents'
import { minor } from '@artel/ledger'
import { moneyText, parseFiscalQr, writtenEarnCode } from '@artel/rules'
import { newId, openStore } from '@artel/store'
import type { Coalition, EarnCode } from '@artel/store/prisma'
import {
  type Context,
  claimEarnCode,
  dayText,
  decodePublicId,
  earnCodeAddress,
  encodePublicId,
  issueEarnCode,
  linkQrSvg,
  PUBLIC_ID_PREFIXES,
  readEarnCodes,
  revokeEarnCode,
  stateOfEarnCode,
  todayOf,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { DECIMAL, WHOLE } from '../command/value-forms.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { findCoalition } from '../find-coalition.ts'
import { secretsKey } from '../settings/mail-settings.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import { EARN_CODE_WORDS } from '../words/earn-code-words.ts'
import type { Language } from '../words/language.ts'

/** So many codes are read at once. */
const PAGE = 100
const LOCAL_URL = 'http://localhost:4000'

/** `artel earn-code`: one-time codes for bills of members without a till. */
export const earnCode = defineCommand({
  meta: {
    name: 'earn-code',
    description:
      'Issue one-time codes for bills without a till, list and revoke them, claim one for a customer.',
    ru: 'Выпускать одноразовые коды начисления для чеков без кассы, показывать и отзывать их, начислять по коду покупателю.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'issue, list, revoke or claim',
      ru: 'issue, list, revoke или claim',
      required: true,
    },
    coalition: COALITION,
    receipt: {
      type: 'string',
      description: 'Number of the receipt: one receipt is one purchase.',
      ru: 'Номер чека: один чек - одна покупка.',
    },
    total: {
      type: 'string',
      description: 'The whole bill, such as 1000.00.',
      ru: 'Весь чек, например 1000,00.',
      form: DECIMAL,
    },
    fiscal: {
      type: 'string',
      description: "The text of the fiscal receipt's QR code: a claim of it and the code never both earn.",
      ru: 'Текст QR-кода кассового чека: по заявке и по коду не начислить дважды.',
    },
    'valid-days': {
      type: 'string',
      description: 'Local days after today on which it is claimed; 14 when left out.',
      ru: 'Сколько местных дней после сегодняшнего действует код; без этого - 14.',
      form: WHOLE,
    },
    svg: {
      type: 'boolean',
      description: 'Print the QR code of its page, SVG, in place of the code.',
      ru: 'Напечатать QR-код её страницы, SVG, вместо кода.',
    },
    id: { type: 'string', description: 'Id of the code (erc_...).', ru: 'Номер кода (erc_...).' },
    code: {
      type: 'string',
      description: 'The code, as it is printed or typed.',
      ru: 'Сам код, как напечатан или набран.',
    },
    customer: {
      type: 'string',
      description: 'Who claims it: id (cus_...), phone or number of the card.',
      ru: 'Кому начислить: номер покупателя (cus_...), телефон или номер карты.',
    },
    'idempotency-key': {
      type: 'string',
      description: 'Sent again with the same one, it is done once. Default: a fresh one.',
      ru: 'С тем же ключом повторённая команда исполнена один раз. Без него - новый.',
    },
    key: {
      type: 'string',
      description:
        "Whose codes they are: a member's key (sk_...). Default: ARTEL_KEY, else whoever is signed in (artel login).",
      ru: 'Чьи это коды: ключ участника (sk_...). Без него - ARTEL_KEY, иначе тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    issue: {
      description: 'Issue a code for a bill, and print it.',
      ru: 'Выпустить код для чека и напечатать его.',
      needs: ['receipt', 'total'],
      takes: ['fiscal', 'valid-days', 'svg', 'idempotency-key', 'key'],
    },
    list: {
      description: 'The codes, with what became of them.',
      ru: 'Коды и что с ними стало.',
      takes: ['key'],
    },
    revoke: {
      description: 'Take a code back that nobody claimed.',
      ru: 'Отозвать код, который никто не использовал.',
      needs: ['id'],
      takes: ['key'],
    },
    claim: {
      description: 'Claim a code for a customer.',
      ru: 'Начислить покупателю по коду.',
      needs: ['code', 'customer'],
      takes: ['idempotency-key', 'key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        process.stdout.write(`${await told(context, coalition, { ...args, language })}\n`)
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface EarnCodeArgs {
  readonly action: string
  readonly receipt?: string | undefined
  readonly total?: string | undefined
  readonly fiscal?: string | undefined
  readonly 'valid-days'?: string | undefined
  readonly svg?: boolean | undefined
  readonly id?: string | undefined
  readonly code?: string | undefined
  readonly customer?: string | undefined
  readonly 'idempotency-key'?: string | undefined
  readonly json?: boolean | undefined
  readonly language: Language
}

/** Does what was asked, and says what there is to say. */
function told(context: Context, coalition: Coalition, args: EarnCodeArgs): Promise<string> {
  switch (args.action) {
    case 'issue':
      return issued(context, coalition, args)
    case 'claim':
      return claimed(context, args)
    default:
      return listed(context, coalition, args)
  }
}

/** The deployment's key: the server must find what is issued here. */
const door = () => ({ secretsKey: secretsKey(process.env, process.env.NODE_ENV === 'production') })

async function issued(context: Context, coalition: Coalition, args: EarnCodeArgs): Promise<string> {
  const { total = '', receipt = '', language } = args
  const { currency } = coalition
  const amount = parseDecimal(total, currencyDigits(currency))
  if (amount === undefined)
    throw new UsageError(`--total must be an amount such as 1000.00; it is "${total}".`, {
      ru: `--total - сумма, например 1000,00; указано «${total}».`,
    })
  const validDays = args['valid-days'] === undefined ? null : Number(args['valid-days'])
  const made = await issueEarnCode(
    context,
    {
      ...{ receiptRef: receipt, total: { amountMinor: minor(amount), currency }, validDays },
      fiscal: args.fiscal ? parseFiscalQr(['fiscal'], args.fiscal).id : null,
      idempotencyKey: args['idempotency-key'] || newId(),
    },
    door(),
  )
  const url = earnCodeAddress(made.code, (process.env.ARTEL_PUBLIC_URL ?? LOCAL_URL).replace(/\/+$/, ''))
  if (args.svg) return linkQrSvg(url)
  const { id, lastDay } = made.earnCode
  const code = writtenEarnCode(made.code)
  const shown = { id: encodePublicId('earnCode', id), code, url, lastDay: dayText(lastDay) }
  return args.json
    ? JSON.stringify({ earnCode: shown, replayed: made.replayed })
    : EARN_CODE_WORDS[language].issued(code, url, shown.lastDay)
}

async function claimed(context: Context, args: EarnCodeArgs): Promise<string> {
  const { purchase, balanceAfter, replayed } = await claimEarnCode(
    context,
    {
      ...{ code: args.code ?? '', customer: customerNamed(args.customer ?? '') },
      idempotencyKey: args['idempotency-key'] || newId(),
    },
    door(),
  )
  const id = encodePublicId('purchase', purchase.id)
  const [earned, balance] = [String(purchase.pointsEarned), String(balanceAfter)]
  return args.json
    ? JSON.stringify({ purchase: { id, pointsEarned: earned }, balanceAfter: balance, replayed })
    : `${id}: ${EARN_CODE_WORDS[args.language].claimed(earned, balance)}`
}

async function listed(context: Context, coalition: Coalition, args: EarnCodeArgs): Promise<string> {
  if (args.action === 'revoke') await revokeEarnCode(context, { id: rawId(args.id) })
  const words = EARN_CODE_WORDS[args.language]
  const today = await todayOf(context.store, coalition.id)
  const rows = (await codesOf(context)).map((row) => ({
    ...{ id: encodePublicId('earnCode', row.id), receiptRef: row.receiptRef },
    ...{ totalMinor: String(row.totalMinor), state: stateOfEarnCode(row, today) },
    ...{
      lastDay: dayText(row.lastDay),
      purchase: row.purchaseId && encodePublicId('purchase', row.purchaseId),
    },
  }))
  if (args.json) return JSON.stringify({ earnCodes: rows })
  if (rows.length === 0) return words.none
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map((row) => [
      ...[row.id, row.receiptRef, moneyText(BigInt(row.totalMinor), coalition.currency, args.language)],
      ...[words.states[row.state], row.lastDay],
    ]),
  ).trimEnd()
}

/** The UUID of a code; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('earnCode', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.earnCode}_...`
  throw new UsageError(`--id must look like ${looks}; it is "${publicId}".`, {
    ru: `--id должен быть номером вида ${looks}; указано «${publicId}».`,
  })
}

/** The codes of whoever acts, newest first. */
async function codesOf(context: Context): Promise<EarnCode[]> {
  const codes: EarnCode[] = []
  for (;;) {
    const page = await readEarnCodes(context, { after: codes.at(-1)?.id ?? null, limit: PAGE })
    codes.push(...page)
    if (page.length < PAGE) return codes
  }
}
