import { moneyText } from '@artel/rules'
import { newId, openStore } from '@artel/store'
import type { Coalition, ReceiptClaim } from '@artel/store/prisma'
import {
  type Context,
  confirmReceiptClaim,
  dayText,
  declineReceiptClaim,
  decodePublicId,
  encodePublicId,
  makeReceiptClaim,
  PUBLIC_ID_PREFIXES,
  readReceiptClaims,
  stateOfReceiptClaim,
  todayOf,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { findCoalition } from '../find-coalition.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { RECEIPT_CLAIM_WORDS } from '../words/receipt-claim-words.ts'

/** So many claims are read at once. */
const PAGE = 100

/** `artel receipt-claim`: fiscal receipts that customers claim, and what the member says to them. */
export const receiptClaim = defineCommand({
  meta: {
    name: 'receipt-claim',
    description:
      'List the fiscal receipts that customers claim, confirm or decline a claim, make one at the counter.',
    ru: 'Показывать заявки покупателей по кассовым чекам, подтверждать и отклонять их, подавать заявку за покупателя.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, make, confirm or decline',
      ru: 'list, make, confirm или decline',
      required: true,
    },
    coalition: COALITION,
    receipt: {
      type: 'string',
      description: "The text of the receipt's QR code (t=...&s=...&fn=...&i=...&fp=...&n=1).",
      ru: 'Текст QR-кода чека (t=...&s=...&fn=...&i=...&fp=...&n=1).',
    },
    customer: {
      type: 'string',
      description: 'Whose receipt it is: id (cus_...), phone or number of the card.',
      ru: 'Чей это чек: номер покупателя (cus_...), телефон или номер карты.',
    },
    id: { type: 'string', description: 'Id of the claim (rcl_...).', ru: 'Номер заявки (rcl_...).' },
    reason: {
      type: 'string',
      description: 'Why it is declined; the customer reads it.',
      ru: 'Почему отклонена; это прочтёт покупатель.',
    },
    pending: {
      type: 'boolean',
      description: 'Those alone that wait for a yes.',
      ru: 'Только те, что ждут решения.',
    },
    'idempotency-key': {
      type: 'string',
      description: 'Sent again with the same one, it is done once. Default: a fresh one.',
      ru: 'С тем же ключом повторённая команда исполнена один раз. Без него - новый.',
    },
    key: {
      type: 'string',
      description:
        "Whose tills they are: a member's key (sk_...). Default: ARTEL_KEY, else whoever is signed in (artel login).",
      ru: 'Чьи это кассы: ключ участника (sk_...). Без него - ARTEL_KEY, иначе тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    list: {
      description: 'The claims, with their sums and what became of them.',
      ru: 'Заявки, их суммы и что с ними стало.',
      takes: ['pending', 'key'],
    },
    make: {
      description: 'Claim a receipt for a customer: it waits for a yes.',
      ru: 'Подать заявку за покупателя: она ждёт решения.',
      needs: ['receipt', 'customer'],
      takes: ['idempotency-key', 'key'],
    },
    confirm: {
      description: 'Say yes: the sum is recorded as a purchase.',
      ru: 'Подтвердить: сумма записана как покупка.',
      needs: ['id'],
      takes: ['idempotency-key', 'key'],
    },
    decline: {
      description: 'Say no, with a reason.',
      ru: 'Отклонить с причиной.',
      needs: ['id', 'reason'],
      takes: ['key'],
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

interface ReceiptClaimArgs {
  readonly action: string
  readonly receipt?: string | undefined
  readonly customer?: string | undefined
  readonly id?: string | undefined
  readonly reason?: string | undefined
  readonly pending?: boolean | undefined
  readonly 'idempotency-key'?: string | undefined
  readonly json?: boolean | undefined
  readonly language: Language
}

/** Does what was asked, and says what there is to say. */
async function told(context: Context, coalition: Coalition, args: ReceiptClaimArgs): Promise<string> {
  const idempotencyKey = args['idempotency-key'] || newId()
  switch (args.action) {
    case 'confirm':
      return confirmed(context, args, idempotencyKey)
    case 'make': {
      const { receipt = '', customer = '' } = args
      const input = { receipt, customer: customerNamed(customer), idempotencyKey }
      const made = await makeReceiptClaim(context, input)
      return shown(context, coalition, { rows: [made.receiptClaim], ...args })
    }
    case 'decline': {
      const { reason = '' } = args
      const declined = await declineReceiptClaim(context, { id: rawId(args.id), reason })
      return shown(context, coalition, { rows: [declined.receiptClaim], ...args })
    }
    default:
      return shown(context, coalition, { rows: await claimsOf(context, args.pending === true), ...args })
  }
}

async function confirmed(context: Context, args: ReceiptClaimArgs, idempotencyKey: string): Promise<string> {
  const { purchase, balanceAfter, replayed } = await confirmReceiptClaim(context, {
    ...{ id: rawId(args.id), idempotencyKey },
  })
  const id = encodePublicId('purchase', purchase.id)
  const [earned, balance] = [String(purchase.pointsEarned), String(balanceAfter)]
  return args.json
    ? JSON.stringify({ purchase: { id, pointsEarned: earned }, balanceAfter: balance, replayed })
    : `${id}: ${RECEIPT_CLAIM_WORDS[args.language].confirmed(earned, balance)}`
}

async function shown(
  context: Context,
  coalition: Coalition,
  {
    rows,
    json,
    language,
  }: Pick<ReceiptClaimArgs, 'json' | 'language'> & { readonly rows: readonly ReceiptClaim[] },
): Promise<string> {
  const words = RECEIPT_CLAIM_WORDS[language]
  const today = await todayOf(context.store, coalition.id)
  const claims = rows.map((row) => ({
    ...{ id: encodePublicId('receiptClaim', row.id), receipt: row.receipt },
    ...{ totalMinor: String(row.totalMinor), state: stateOfReceiptClaim(row, today) },
    ...{ occurredAt: row.occurredAt.toISOString(), lastDay: dayText(row.lastDay), reason: row.reason },
    customer: encodePublicId('customer', row.customerId),
  }))
  if (json) return JSON.stringify({ receiptClaims: claims })
  if (claims.length === 0) return words.none
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    claims.map((claim) => [
      ...[claim.id, claim.receipt, moneyText(BigInt(claim.totalMinor), coalition.currency, language)],
      ...[claim.occurredAt, words.states[claim.state], claim.lastDay, claim.customer],
    ]),
  ).trimEnd()
}

/** The UUID of a claim; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('receiptClaim', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.receiptClaim}_...`
  throw new UsageError(`--id must look like ${looks}; it is "${publicId}".`, {
    ru: `--id должен быть номером вида ${looks}; указано «${publicId}».`,
  })
}

/** The claims of receipts of whoever acts, newest first. */
async function claimsOf(context: Context, pending: boolean): Promise<ReceiptClaim[]> {
  const claims: ReceiptClaim[] = []
  for (;;) {
    const after = claims.at(-1)?.id ?? null
    const page = await readReceiptClaims(context, { pending, after, limit: PAGE })
    claims.push(...page)
    if (page.length < PAGE) return claims
  }
}
