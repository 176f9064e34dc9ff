import { createHash } from 'node:crypto'
import { type BankLine, DocumentError, readCamt053, readClientBankExchange } from '@artel/documents'
import { minor } from '@artel/ledger'
import { type ImportedLine, type LineMatch, matchPayments, type OpenLeg } from '@artel/rules'
import { coalitionNow, newId, type TransactionClient } from '@artel/store'
import type { BankImport } from '@artel/store/prisma'
import { loadAgreement } from '../agreement.ts'
import { BankFileUnreadableError } from '../errors/settlement.ts'
import { ValidationError } from '../errors/validation.ts'
import type { Context } from '../principal.ts'
import { bookPayment } from './record-payment.ts'
import { settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'

export interface ImportBankStatementInput {
  /** The file as the bank gave it: 1C client-bank exchange, or camt.053. */
  readonly content: Uint8Array
  readonly idempotencyKey: string
}

/** What became of one line of a bank's statement. Amounts are minor units. */
export interface ImportedBankLine {
  /** The line of the file. */
  readonly line: number
  readonly bookedOn: string
  readonly direction: 'IN' | 'OUT'
  readonly amountMinor: bigint
  readonly purpose: string
  /** MATCHED, PARTIAL, OVER_PAID, UNMATCHED; or SKIPPED, which proves nothing. */
  readonly verdict: LineMatch['verdict'] | 'SKIPPED'
  readonly allocations: readonly { readonly legId: string; readonly amountMinor: bigint }[]
  readonly remainderMinor: bigint
  /** Why there is a remainder, or why the line was skipped: NOT_BOOKED, REVERSAL, OTHER_CURRENCY. */
  readonly reason: string | null
  /** The reference is a leg's, but somebody else paid: a person should look. */
  readonly otherPayer: boolean
}

export interface ImportedBankStatement {
  readonly bankImport: BankImport
  readonly lines: readonly ImportedBankLine[]
  readonly replayed: boolean
}

/**
 * Reads a bank's statement and records the payments that its lines prove, all or none. What cannot be explained is
 * left for a person, with the reason. A file is imported once, and so is a line that comes in two files. Scope
 * `settlement:propose`. Throws BankFileUnreadableError, ValidationError, IdempotencyKeyMismatchError.
 */
export async function importBankStatement(
  context: Context,
  input: ImportBankStatementInput,
): Promise<ImportedBankStatement> {
  const { coalitionId, keyId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const fileHash = createHash('sha256').update(input.content).digest('hex')
  const { format, lines } = await read(input.content)
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const key = settlementKey(coalitionId, 'bankStatementImport', {
    fileHash,
    idempotencyKey: input.idempotencyKey,
  } as { readonly idempotencyKey: string })
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const known = await client.query<{ id: string }>(
      'select bank_import_id as id from bank_import where coalition_id = $1 and file_hash = $2',
      [coalitionId, fileHash],
    )
    if (known.rows[0]) return known.rows[0].id
    const id = newId()
    const results = matched(lines, await openLegs(client, coalitionId), {
      currency: coalition.currency,
      seen: await linesSeen(client, coalitionId),
    })
    await client.query(
      `insert into bank_import (coalition_id, bank_import_id, format, file_hash, line_count, matches, imported_at,
        imported_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [coalitionId, id, format, fileHash, lines.length, stored(results), now, keyId],
    )
    for (const { lineId, result } of results)
      for (const { legId, amountMinor } of result.allocations)
        await bookPayment(client, coalitionId, {
          legId,
          amount: minor(amountMinor),
          paidOn: result.bookedOn,
          note: result.purpose.slice(0, 500),
          bank: { importId: id, lineId },
          recordedById: keyId,
          now,
        })
    return id
  })
  const bankImport = await store.prisma.bankImport.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: ref } },
  })
  return { bankImport, lines: importedLines(bankImport), replayed }
}

/** The lines of an import as they were matched. */
export function importedLines({ matches }: Pick<BankImport, 'matches'>): readonly ImportedBankLine[] {
  type Stored = Omit<ImportedBankLine, 'amountMinor' | 'remainderMinor' | 'allocations'> & {
    readonly amountMinor: string
    readonly remainderMinor: string
    readonly allocations: readonly { readonly legId: string; readonly amountMinor: string }[]
  }
  return (matches as unknown as Stored[]).map((line) => ({
    ...line,
    amountMinor: BigInt(line.amountMinor),
    remainderMinor: BigInt(line.remainderMinor),
    allocations: line.allocations.map(({ legId, amountMinor }) => ({
      legId,
      amountMinor: BigInt(amountMinor),
    })),
  }))
}

const MAX_FILE_BYTES = 8 * 1024 * 1024

async function read(content: Uint8Array): Promise<{ format: string; lines: BankLine[] }> {
  if (content.length === 0 || content.length > MAX_FILE_BYTES)
    throw new ValidationError(['content'], `Must have 1 to ${MAX_FILE_BYTES} bytes.`)
  const isXml = Buffer.from(content.subarray(0, 200)).toString('latin1').includes('<')
  try {
    const lines: BankLine[] = []
    for await (const line of isXml ? readCamt053([content]) : readClientBankExchange([content]))
      lines.push(line)
    return { format: isXml ? 'CAMT_053' : 'CLIENT_BANK_EXCHANGE', lines }
  } catch (error) {
    if (error instanceof DocumentError) throw new BankFileUnreadableError(error.message)
    throw error
  }
}

interface LegRow {
  readonly id: string
  readonly reference: string
  readonly payer_id: string
  readonly payee_id: string
  readonly open: string
  readonly due_on: string
  readonly account: string | null
  readonly tax_id: string | null
}

/** Legs with something open, of all windows, that the coalition's own account pays or is paid. */
async function openLegs(client: TransactionClient, coalitionId: string): Promise<OpenLeg[]> {
  const { rows } = await client.query<LegRow>(
    `select g.payment_leg_id as id, g.reference, g.payer_id, g.payee_id, g.due_on::text,
      (g.amount_minor - coalesce((select sum(y.amount_minor) from payment y
        where y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id), 0))::text as open, r.account, r.tax_id
    from payment_leg g
    left join requisites r on r.coalition_id = $1
      and r.owner_id = case when g.payer_id = $1 then g.payee_id else g.payer_id end
    where g.coalition_id = $1 and g.receivable_at is null and $1 in (g.payer_id, g.payee_id)`,
    [coalitionId],
  )
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    direction: row.payee_id === coalitionId ? 'IN' : 'OUT',
    partyId: row.payee_id === coalitionId ? row.payer_id : row.payee_id,
    partyAccounts: row.account === null ? [] : [row.account],
    partyInn: row.tax_id,
    outstanding: minor(BigInt(row.open) > 0n ? BigInt(row.open) : 0n),
    dueOn: row.due_on,
  }))
}

async function linesSeen(client: TransactionClient, coalitionId: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct bank_line_id as id from payment where coalition_id = $1 and bank_line_id is not null',
    [coalitionId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** What a line is, whatever file it comes in. */
const lineIdOf = (line: BankLine): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[line.account, line.direction, String(line.amountMinor), line.currency, line.bookedOn],
        ...[line.documentNo, line.endToEndId, line.counterparty.account, line.remittance],
      ]),
    )
    .digest('hex')

function matched(
  lines: readonly BankLine[],
  legs: readonly OpenLeg[],
  facts: { readonly currency: string; readonly seen: ReadonlySet<string> },
): { readonly lineId: string; readonly result: ImportedBankLine }[] {
  // Matched in the order of the file; a line that was seen, in this file or in an earlier one, is not matched again.
  const seen = new Set(facts.seen)
  const named = lines.map((line, index) => {
    const lineId = lineIdOf(line)
    const skipped = skipReason(line, facts)
    const isUsable = skipped === null && !seen.has(lineId)
    if (isUsable) seen.add(lineId)
    return { line, lineId, skipped, isUsable, place: String(index).padStart(9, '0') }
  })
  const imported = named.flatMap(({ line, place, isUsable }) => (isUsable ? [importedLine(line, place)] : []))
  const matches = new Map(matchPayments(imported, legs).matches.map((match) => [match.lineId, match]))
  return named.map(({ line, lineId, skipped, place }) => {
    const match = matches.get(place)
    const own = {
      line: line.line,
      bookedOn: line.bookedOn,
      direction: line.direction,
      amountMinor: line.amountMinor,
      purpose: line.remittance,
    }
    if (!match)
      return {
        lineId,
        result: {
          ...own,
          verdict: skipped === null ? ('UNMATCHED' as const) : ('SKIPPED' as const),
          allocations: [],
          remainderMinor: line.amountMinor,
          reason: skipped ?? 'REPEATED_LINE',
          otherPayer: false,
        },
      }
    return {
      lineId,
      result: {
        ...own,
        verdict: match.verdict,
        allocations: match.allocations.map(({ legId, amount }) => ({ legId, amountMinor: amount })),
        remainderMinor: match.remainder,
        reason: match.reason,
        otherPayer: match.otherPayer,
      },
    }
  })
}

function skipReason(line: BankLine, { currency }: { readonly currency: string }): string | null {
  if (!line.booked) return 'NOT_BOOKED'
  if (line.reversal) return 'REVERSAL'
  return line.currency === currency ? null : 'OTHER_CURRENCY'
}

const importedLine = (line: BankLine, id: string): ImportedLine => ({
  id,
  bookedOn: line.bookedOn,
  direction: line.direction,
  amount: minor(line.amountMinor),
  purpose: `${line.remittance} ${line.endToEndId}`,
  counterpartyAccount: line.counterparty.account || null,
  counterpartyInn: line.counterparty.taxId || null,
})

const stored = (results: readonly { readonly result: ImportedBankLine }[]): string =>
  JSON.stringify(
    results.map(({ result }) => result),
    (_, value) => (typeof value === 'bigint' ? value.toString() : value),
  )
