import { describeVoucher, writtenVoucherCode } from '@artel/rules'
import { openStore } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { type Context, findCustomer, readVouchers } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingMember, whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { VOUCHER_WORDS } from '../words/voucher-words.ts'

/** `artel voucher`: the vouchers of a customer. */
export const voucher = defineCommand({
  meta: {
    name: 'voucher',
    description: 'Show the vouchers of a customer.',
    ru: 'Показать купоны покупателя.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list',
      ru: 'list',
      required: true,
    },
    coalition: COALITION,
    customer: {
      type: 'string',
      description: 'Who: id (cus_...), phone or number of the card.',
      ru: 'Кто: номер покупателя (cus_...), телефон или номер карты.',
    },
    key: {
      type: 'string',
      description:
        "Who looks: a member's key (sk_...), or an administrator's (ak_...) for all of them. Default: ARTEL_KEY.",
      ru: 'Кто смотрит: ключ участника (sk_...) или администратора (ak_...), которому видны все. Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: {
      description: 'Those that may be used, and those whose last day was at most 30 days ago.',
      ru: 'Те, что действуют, и те, чей последний день был не больше 30 дней назад.',
      needs: ['customer'],
      takes: ['key', 'json'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        process.stdout.write(await listed({ context, coalition, language }, args))
        return 0
      } finally {
        await store.close()
      }
    }),
})

async function listed(
  looking: { readonly context: Context; readonly coalition: Coalition; readonly language: Language },
  args: { readonly customer?: string | undefined; readonly json?: boolean | undefined },
): Promise<string> {
  const { context, coalition, language } = looking
  const words = VOUCHER_WORDS[language]
  const customer = await findCustomer(context, customerNamed(args.customer ?? ''))
  if (!customer) throw new CliError('There is no such customer.', { ru: 'Такого покупателя нет.' })
  const members = await context.store.prisma.member.findMany({ where: { coalitionId: coalition.id } })
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  const own = actingMember(context)
  const found = (await readVouchers(context.store, coalition.id, [customer.id])).get(customer.id) ?? []
  const rows = found
    .filter(({ row, effect }) => own === undefined || row.memberId === own || effect.at.includes(own))
    .map(({ row, effect, state, lastDay }) => ({
      ...{ code: writtenVoucherCode(row.code), state, lastDay },
      sentence: describeVoucher(effect, language, coalition.currency),
      from: handles.get(row.memberId) ?? '',
      at: effect.at.map((id) => handles.get(id) ?? ''),
    }))
  if (args.json) return `${JSON.stringify({ vouchers: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map((row) => [
      ...[row.code, words.states[row.state], row.sentence, row.from],
      ...[row.at.join(', '), row.lastDay],
    ]),
  )
}
