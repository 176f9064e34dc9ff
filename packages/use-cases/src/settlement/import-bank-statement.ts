import { createHash } from 'node:crypto'
import { type BankLine, DocumentError, readCamt053, readClientBankExchange } from '@artel/documents'
import { BankFileUnreadableError, InvalidInputError, minor } from '@artel/ledger'
import type { OpenLeg } from '@artel/rules'
import { coalitionNow, newId, type TransactionClient } from '@artel/store'
import type { BankImport } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { type ImportedBankLine, type MatchedBankLine, matchBankLines } from './match-bank-lines.ts'
import { bookPayment } from './record-payment.ts'
import { settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'

export interface ImportBankStatementInput {
  /** The file as the bank gave it: 1C client-bank exchange, or camt.053. */
  readonly content: Uint8Array
  readonly idempotencyKey: string
}

export interface ImportedBankStatement {
  readonly bankImport: BankImport
  readonly lines: readonly ImportedBankLine[]
  readonly replayed: boolean
}

/**
 * Reads a bank's statement and records the payments that its lines prove, all or none. What cannot be explained is
 * left for a person, with the reason. A line pays once, whatever files it comes in. The same file under another key is
 * read again for what nothing explained before, as when its plan is approved by now: lines that were matched stay as they
 * are, and a reading that finds nothing new answers with the one before. Scope `settlement:propose`.
 * Throws BankFileUnreadableError, InvalidInputError, IdempotencyKeyMismatchError.
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
    const last = await lastReading(client, coalitionId, fileHash)
    const results = matchBankLines(lines, await openLegs(client, coalitionId), {
      currency: coalition.currency,
      seen: await linesSeen(client, coalitionId),
      before: last?.lines ?? [],
    })
    if (last && !results.some(({ result }) => result.isNew)) return `${last.id}${NOTHING_NEW}`
    const id = newId()
    const runNo = (last?.runNo ?? 0) + 1
    await client.query(
      `insert into bank_import (coalition_id, bank_import_id, format, file_hash, run_no, line_count, matches, imported_at,
        imported_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [coalitionId, id, format, fileHash, runNo, lines.length, stored(results), now, keyId],
    )
    for (const { lineId, result } of results.filter((one) => one.result.isNew))
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
  const isUnchanged = ref.endsWith(NOTHING_NEW)
  const bankImport = await store.prisma.bankImport.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: isUnchanged ? ref.slice(0, -NOTHING_NEW.length) : ref } },
  })
  const found = importedLines(bankImport)
  return {
    bankImport,
    lines: isUnchanged ? found.map((line) => ({ ...line, isNew: false })) : found,
    replayed,
  }
}

/** Ends the reference to a reading that an import found as it was, so that its key says so for ever. */
const NOTHING_NEW = ' unchanged'

/** How the file was read last; undefined when it is new. */
async function lastReading(
  client: TransactionClient,
  coalitionId: string,
  fileHash: string,
): Promise<
  { readonly id: string; readonly runNo: number; readonly lines: readonly ImportedBankLine[] } | undefined
> {
  const { rows } = await client.query<{ id: string; run_no: number; matches: BankImport['matches'] }>(
    `select bank_import_id as id, run_no, matches from bank_import where coalition_id = $1 and file_hash = $2
      order by run_no desc limit 1`,
    [coalitionId, fileHash],
  )
  const [last] = rows
  return last && { id: last.id, runNo: last.run_no, lines: importedLines(last) }
}

/** The lines of an import as they were matched. */
function importedLines({ matches }: Pick<BankImport, 'matches'>): readonly ImportedBankLine[] {
  type Stored = Omit<ImportedBankLine, 'amountMinor' | 'remainderMinor' | 'allocations' | 'isNew'> & {
    readonly isNew?: boolean
    readonly amountMinor: string
    readonly remainderMinor: string
    readonly allocations: readonly { readonly legId: string; readonly amountMinor: string }[]
  }
  return (matches as unknown as Stored[]).map((line) => ({
    ...line,
    // Readings from before files were read again have matched all that they pay.
    isNew: line.isNew ?? line.allocations.length > 0,
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
    throw new InvalidInputError({ path: ['content'], problem: `Must have 1 to ${MAX_FILE_BYTES} bytes.` })
  const isXml = Buffer.from(content.subarray(0, 200)).toString('latin1').includes('<')
  try {
    const lines: BankLine[] = []
    for await (const line of isXml ? readCamt053([content]) : readClientBankExchange([content]))
      lines.push(line)
    return { format: isXml ? 'CAMT_053' : 'CLIENT_BANK_EXCHANGE', lines }
  } catch (error) {
    if (error instanceof DocumentError) throw new BankFileUnreadableError({ problem: error.message })
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
    left join bank_details r on r.coalition_id = $1
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

const stored = (results: readonly MatchedBankLine[]): string =>
  JSON.stringify(
    results.map(({ result }) => result),
    (_, value) => (typeof value === 'bigint' ? value.toString() : value),
  )
