import { createHash } from 'node:crypto'
import {
  type BankLine,
  DocumentError,
  plainAccount,
  readCamt053,
  readClientBankExchange,
} from '@artel/documents'
import { BankFileUnreadableError, InvalidInputError, minor } from '@artel/ledger'
import type { OpenLeg } from '@artel/rules'
import {
  addBankImport,
  addBankLine,
  coalitionNow,
  type HubLeg,
  hubLegs,
  knownBankLines,
  lastReading,
  movementsOnRecord,
  newId,
  type TransactionClient,
  unkeptLinesThatPaid,
} from '@artel/store'
import type { BankImport } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { loadAgreement } from '../terms/agreement.ts'
import {
  type BankLineFacts,
  type ImportedBankLine,
  type MatchedBankLine,
  matchBankLines,
} from './match-bank-lines.ts'
import { bookPayment } from './record-payment.ts'
import { bookReversal } from './reverse-payment.ts'
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
 * Reads a bank's statement and records the payments that its lines prove and those that they take back, all or none. What
 * cannot be explained is left for a person, with the reason. A payment counts once, whatever files it comes in and whoever
 * recorded it. The same file under another key is read again for what nothing explained before, as when its plan is
 * approved by now: lines that were matched stay as they are, and a reading that finds nothing new answers with the one
 * before. Scope `settlement:propose`.
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
    const last = await lastReading(client, { coalitionId, fileHash })
    const results = matchBankLines(lines, {
      ...(await loadFacts(client, coalitionId, lines)),
      ...{ currency: coalition.currency, format, before: last ? importedLines(last) : [] },
    })
    if (last && !results.some(({ result }) => result.isNew)) return `${last.id}${NOTHING_NEW}`
    const id = newId()
    await addBankImport(client, {
      ...{ coalitionId, id, format, fileHash, runNo: (last?.runNo ?? 0) + 1, lineCount: lines.length },
      matches: results.map(({ result }) => result),
      ...{ importedAt: now, importedById: keyId },
    })
    for (const matched of results.filter(({ result }) => result.isNew))
      await bookLine(client, { coalitionId, importId: id, matched, keyId, now })
    await recordActIn(context, client, {
      ...{ act: 'bankStatementImport', coalitionId, subject: { type: 'bankImport', id } },
      details: { format, fileHash, lines: lines.length },
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

/** What the lines of a file may be, as it stands now. */
async function loadFacts(
  client: TransactionClient,
  coalitionId: string,
  lines: readonly BankLine[],
): Promise<Omit<BankLineFacts, 'currency' | 'format' | 'before'>> {
  const booked = lines.filter((line) => line.booked)
  const distinct = <Value>(values: readonly Value[]) => [...new Set(values)]
  return {
    legs: (await hubLegs(client, coalitionId)).map((leg) => openLeg(leg, coalitionId)),
    known: await knownBankLines(client, coalitionId, {
      keys: distinct(booked.map(({ identity }) => identity.key)),
      days: distinct(booked.filter(({ reversal }) => reversal).map(({ bookedOn }) => bookedOn)),
    }),
    unkept: await unkeptLinesThatPaid(client, coalitionId),
    recorded: await movementsOnRecord(
      client,
      coalitionId,
      distinct(booked.map(({ amountMinor }) => amountMinor)).map(minor),
    ),
  }
}

/** Writes down a line that counts, and books what it pays and takes back. */
async function bookLine(
  client: TransactionClient,
  facts: {
    readonly coalitionId: string
    readonly importId: string
    readonly matched: MatchedBankLine
    readonly keyId: string
    readonly now: Date
  },
): Promise<void> {
  const { coalitionId, importId, matched, keyId, now } = facts
  const { source, lineId, result, confirmedPaymentId } = matched
  const bank = { importId, lineId }
  const note = result.purpose.slice(0, 500)
  await addBankLine(client, coalitionId, {
    ...{ id: lineId, importId, identity: source.identity, account: plainAccount(source.account) },
    ...{ direction: source.direction, amount: minor(source.amountMinor), bookedOn: source.bookedOn },
    ...{ isReversal: source.reversal, confirmedPaymentId },
  })
  for (const { legId, amountMinor } of result.allocations)
    await bookPayment(client, coalitionId, {
      ...{ legId, amount: minor(amountMinor), paidOn: result.bookedOn, note, bank },
      ...{ recordedById: keyId, now },
    })
  for (const paymentId of result.takesBack)
    await bookReversal(client, coalitionId, {
      ...{ paymentId, reason: note || 'taken back by the bank', takenBackOn: result.bookedOn, bank },
      ...{ reversedById: keyId, now },
    })
}

/** Ends the reference to a reading that an import found as it was, so that its key says so for ever. */
const NOTHING_NEW = ' unchanged'

/** The lines of an import as they were matched. */
function importedLines({ matches }: Pick<BankImport, 'matches'>): readonly ImportedBankLine[] {
  type Stored = Omit<
    ImportedBankLine,
    'amountMinor' | 'remainderMinor' | 'allocations' | 'isNew' | 'takesBack' | 'remarks'
  > & {
    readonly isNew?: boolean
    readonly takesBack?: readonly string[]
    readonly remarks?: ImportedBankLine['remarks']
    readonly amountMinor: string
    readonly remainderMinor: string
    readonly allocations: readonly { readonly legId: string; readonly amountMinor: string }[]
  }
  return (matches as unknown as Stored[]).map((line) => ({
    ...line,
    // Readings from before files were read again have matched all that they pay; older ones kept no remarks.
    isNew: line.isNew ?? line.allocations.length > 0,
    takesBack: line.takesBack ?? [],
    remarks: line.remarks ?? [],
    amountMinor: BigInt(line.amountMinor),
    remainderMinor: BigInt(line.remainderMinor),
    allocations: line.allocations.map(({ legId, amountMinor }) => ({
      legId,
      amountMinor: BigInt(amountMinor),
    })),
  }))
}

const MAX_FILE_BYTES = 8 * 1024 * 1024
/** Byte order marks, the zeros of UTF-16, spaces and line breaks: what may stand before the first sign of a text. */
const BEFORE_TEXT: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 0x20, 0x09, 0x0a, 0x0d])

async function read(content: Uint8Array): Promise<{ format: string; lines: BankLine[] }> {
  if (content.length === 0 || content.length > MAX_FILE_BYTES)
    throw new InvalidInputError({
      path: ['contentBase64'],
      problem: `Must have 1 to ${MAX_FILE_BYTES} bytes.`,
    })
  const isXml = content.find((byte) => !BEFORE_TEXT.has(byte)) === 0x3c
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

/** A leg as the lines of the coalition's own account pay it. */
function openLeg(leg: HubLeg, coalitionId: string): OpenLeg {
  const isIn = leg.payeeId === coalitionId
  return {
    id: leg.id,
    reference: leg.reference,
    direction: isIn ? 'IN' : 'OUT',
    partyId: isIn ? leg.payerId : leg.payeeId,
    partyAccounts: leg.account === null ? [] : [leg.account],
    partyInn: leg.taxId,
    outstanding: minor(leg.open > 0n ? leg.open : 0n),
    dueOn: leg.dueOn,
  }
}
