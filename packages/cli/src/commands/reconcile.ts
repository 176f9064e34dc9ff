import { createReadStream } from 'node:fs'
import { problemInRussian } from '@artel/ledger'
import { openStore, type ReconciliationLineKind, type Store } from '@artel/store'
import type { Reconciliation } from '@artel/store/prisma'
import {
  encodePublicId,
  type MemberPrincipal,
  readMemberStatus,
  reconcileSales,
  recordLateSales,
} from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { describeReading } from '../file/describe-reading.ts'
import { requireReadable } from '../file/read-named-file.ts'
import { SALES_FILE_ARGS, salesFileWords } from '../file/sales-file-args.ts'
import { findCoalition } from '../find-coalition.ts'
import { progressBar } from '../progress-bar.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { RECONCILE_WORDS } from '../words/reconcile-words.ts'

/** Lines of each kind that are printed; the API has them all. */
const LINES_SHOWN = 20
const LATE_AT_ONCE = 100

/** `artel reconcile`: holds a member's own sales file against the books; exit code 1 when they differ. */
export const reconcile = defineCommand({
  meta: {
    name: 'reconcile',
    description: "Hold a member's own sales file against the books and show what differs.",
    ru: 'Сверить файл продаж участника с книгами и показать расхождения.',
  },
  args: {
    coalition: COALITION,
    member: { type: 'string', description: 'Handle of the member.', ru: 'Имя участника.', required: true },
    sales: {
      type: 'string',
      description: 'Its sales, CSV or .xlsx: receipt, date, total, customer.',
      ru: 'Его продажи, CSV или .xlsx: чек, дата, сумма, покупатель.',
      required: true,
    },
    ...SALES_FILE_ARGS,
    'save-mapping': {
      type: 'boolean',
      description: "Keep how the file is read for the member's files to come.",
      ru: 'Запомнить, как читать файл, для следующих файлов участника.',
      default: false,
    },
    'record-late': {
      type: 'boolean',
      description: 'Record the sales that are missing here and whose customers are known.',
      ru: 'Записать продажи, которых здесь нет и чьи покупатели известны.',
      default: false,
    },
    json: JSON_LINE,
  },
  async run({ args, language }) {
    await requireReadable(args.sales)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl })
      try {
        const context = { store, principal: await memberOf(store, args) }
        const bar = progressBar('Comparing')
        const { reconciliation, reading, readBy, replayed } = await reconcileSales(context, {
          reading: salesFileWords(args),
          keepsReading: args['save-mapping'],
          file: { open: () => createReadStream(args.sales) },
          onProgress: (rows) => bar.update(rows, rows, `${rows}`),
        }).finally(() => bar.stop())
        const late = args['record-late'] ? await recordAll(context, reconciliation) : undefined
        const { coalitionId, id, memberId, madeById: _, ...facts } = reconciliation
        const shown = {
          ...{ id: encodePublicId('reconciliation', id), memberId: encodePublicId('member', memberId) },
          ...{ replayed, ...facts, readBy, ...(reading ? { reading } : {}), ...(late ? { late } : {}) },
        }
        process.stdout.write(
          args.json
            ? `${JSON.stringify(shown)}\n`
            : `${readBy === 'SAVED' ? `${RECONCILE_WORDS[language].readAsSaved}\n` : ''}${reading ? describeReading(reading, language) : ''}${await describe(store, reconciliation, language)}${late ? `${RECONCILE_WORDS[language].late(late.recorded, late.refused)}\n` : ''}`,
        )
        return reconciliation.matched === reconciliation.rowCount && reconciliation.missingThere === 0 ? 0 : 1
      } finally {
        await store.close()
      }
    })
  },
})

/** Who runs this command holds the database, so it acts as the member. */
async function memberOf(
  store: Store,
  named: { coalition: string; member: string },
): Promise<MemberPrincipal> {
  const { id: coalitionId } = await findCoalition(store, named.coalition)
  const member = await store.prisma.member.findFirst({ where: { coalitionId, handle: named.member } })
  if (!member)
    throw new CliError(`The coalition has no member "${named.member}".`, {
      ru: `Участника «${named.member}» в коалиции нет.`,
    })
  const scopes = new Set(['purchases:write', 'reports:read'])
  const status = await readMemberStatus(store, { coalitionId, memberId: member.id })
  return { kind: 'member', coalitionId, memberId: member.id, status, keyId: member.id, scopes }
}

async function recordAll(context: { store: Store; principal: MemberPrincipal }, run: Reconciliation) {
  const { coalitionId, id: reconciliationId } = run
  let [recorded, refused, after] = [0, 0, 0]
  for (;;) {
    const lines = await context.store.prisma.reconciliationLine.findMany({
      where: { coalitionId, reconciliationId, kind: 'MISSING_HERE', position: { gt: after } },
      orderBy: { position: 'asc' },
      take: LATE_AT_ONCE,
      select: { position: true },
    })
    const positions = lines.map(({ position }) => position)
    if (positions.length === 0) return { recorded, refused }
    for (const { purchase } of await recordLateSales(context, { reconciliationId, positions })) {
      if (purchase) recorded += 1
      else refused += 1
    }
    after = positions.at(-1) ?? after
  }
}

async function describe(store: Store, run: Reconciliation, language: Language): Promise<string> {
  const words = RECONCILE_WORDS[language]
  const counts: [ReconciliationLineKind, number][] = [
    ['MATCHED', run.matched],
    ['AMOUNT_DIFFERS', run.amountDiffers],
    ['DATE_DIFFERS', run.dateDiffers],
    ['MISSING_HERE', run.missingHere],
    ['MISSING_THERE', run.missingThere],
    ['DUPLICATE', run.duplicates],
    ['UNREADABLE', run.unreadable],
  ]
  const parts = [
    `${words.title(run.rowCount)}\n`,
    textTable(
      [
        { title: words.what, align: 'left' },
        { title: words.rows, align: 'right' },
      ],
      counts.map(([kind, count]) => [words.kinds[kind], String(count)]),
    ),
  ]
  for (const [kind, count] of counts.slice(1)) {
    if (count === 0) continue
    const lines = await store.prisma.reconciliationLine.findMany({
      where: { coalitionId: run.coalitionId, reconciliationId: run.id, kind },
      orderBy: { position: 'asc' },
      take: LINES_SHOWN,
    })
    const head = ['line', 'receipt', 'there', 'here'] as const
    parts.push(
      `\n${words.kinds[kind]}${count > LINES_SHOWN ? ` (${words.first(LINES_SHOWN)})` : ''}\n`,
      textTable(
        head.map((name) => ({ title: words[name], align: name === 'receipt' ? 'left' : 'right' })),
        lines.map((line) => [
          line.fileLine === null ? '' : String(line.fileLine),
          line.receiptRef ?? problemText(line.problem, language),
          money(line.totalMinor),
          money(line.recordedMinor),
        ]),
      ),
    )
  }
  return parts.join('')
}

const problemText = (problem: string | null, language: Language): string =>
  language === 'ru' ? problemInRussian(problem ?? '') : (problem ?? '')

function money(amountMinor: bigint | null): string {
  if (amountMinor === null) return ''
  const size = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(3, '0')
  return `${amountMinor < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`
}
