import type { StatementDocument, StatementLine, StatementTotal } from '../statement/statement-document.ts'
import { EMPTY_LINE_HASH, hashStatementLine } from '../statement/statement-line-hash.ts'

const KINDS = ['EARN', 'REDEEM', 'EARN_REVERSAL', 'REDEEM_REVERSAL', 'EXPIRE', 'PAYMENT']
const OTHERS = ['mbr_blesk', 'mbr_kolenval', null]

/** A statement of `count` lines, the same every time, as the settlement of one window would make it. */
export function aStatement(count: number, changes: Partial<StatementDocument> = {}) {
  const lines = Array.from({ length: count }, (_, index) => aLine(index + 1))
  let lineHash = EMPTY_LINE_HASH
  for (const line of lines) lineHash = hashStatementLine(lineHash, line)
  const net = lines.reduce((sum, line) => sum + line.amount, 0n)
  const minor = 10n ** BigInt((changes.amountDigits ?? 2) - 2)
  const opening = changes.opening ?? 12_345n * minor
  const exact = opening + net
  // To the nearer zero.
  const residue = exact % minor
  const document: StatementDocument = {
    id: 'stm_4kQbW2',
    coalition: {
      id: 'coa_zarechye',
      name: 'Заречье',
      legalName: 'ООО «Заречье Оператор»',
      taxId: '7707083893',
      kpp: '770701001',
      address: 'г. Заречный, ул. Ленина, д. 1',
      signatory: { position: 'Генеральный директор', name: 'Петрова А. С.' },
    },
    member: {
      id: 'mbr_motoryard',
      name: 'Моторный двор',
      legalName: 'ИП Сидоров Пётр Ильич',
      taxId: '500100732259',
    },
    currency: 'RUB',
    amountDigits: 2,
    timeZone: 'Europe/Moscow',
    window: {
      no: 3,
      from: new Date('2026-09-30T21:00:00.000Z'),
      to: new Date('2026-10-31T21:00:00.000Z'),
    },
    issuedAt: new Date('2026-11-01T06:30:00.000Z'),
    opening,
    net,
    rounding: -residue,
    closing: exact - residue,
    residue,
    totalsByKind: totalsBy(lines, (line) => line.kind).map(([kind, total]) => ({ kind, ...total })),
    totalsByCounterparty: totalsBy(lines, (line) => line.counterpartyId).map(([counterpartyId, total]) => ({
      counterpartyId,
      ...total,
    })),
    counterpartyNames: new Map([
      ['mbr_blesk', 'Блеск'],
      ['mbr_kolenval', 'Коленвал'],
    ]),
    lineCount: count,
    lineHash,
    chainHead: 'c0ffee'.padEnd(64, '4'),
    ...changes,
  }
  return { document, lines }
}

function aLine(no: number): StatementLine {
  const kind = KINDS[(no * 7) % KINDS.length] ?? 'EARN'
  const debit = kind === 'EARN' || kind === 'REDEEM_REVERSAL'
  const size = BigInt((no * 7919) % 90_000) + 100n
  return {
    no,
    entryId: `ent_${no.toString().padStart(8, '0')}`,
    postedAt: new Date(Date.UTC(2026, 9, 1, 5, 0, no * 7)),
    kind,
    counterpartyId: OTHERS[no % OTHERS.length] ?? null,
    reference: kind === 'PAYMENT' ? `п/п ${no}` : `ЧЕК-${1000 + no}`,
    points: kind === 'PAYMENT' ? 0n : debit ? size / 100n : -(size / 100n),
    amount: debit ? size : -size,
  }
}

function totalsBy<Key>(lines: readonly StatementLine[], keyOf: (line: StatementLine) => Key) {
  const totals = new Map<Key, StatementTotal>()
  for (const line of lines) {
    const so = totals.get(keyOf(line)) ?? { lineCount: 0, points: 0n, debit: 0n, credit: 0n }
    totals.set(keyOf(line), {
      lineCount: so.lineCount + 1,
      points: so.points + line.points,
      debit: so.debit + (line.amount > 0n ? line.amount : 0n),
      credit: so.credit - (line.amount < 0n ? line.amount : 0n),
    })
  }
  return [...totals]
}

/** All that a writer yields, as one text. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
