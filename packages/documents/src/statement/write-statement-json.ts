import { running } from './running-balance.ts'
import type {
  StatementDocument,
  StatementLines,
  StatementParty,
  StatementTotal,
} from './statement-document.ts'

/** Name and version of the file format, the first members of the file. */
export const STATEMENT_FORMAT = 'artel-statement'
export const STATEMENT_VERSION = 1

/**
 * Streams a statement as JSON: fixed order of members, no spaces, one line of the file for each line of the
 * statement, so that the same statement is the same bytes. Amounts and points are decimal strings. Each line carries
 * the balance and the hash after it, which is what `checkStatementFile` finds a changed line by.
 * Throws StatementMismatchError at the end when the lines are not those of the document.
 */
export async function* writeStatementJson(
  document: StatementDocument,
  lines: StatementLines,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head(document)).slice(0, -1)},"lines":[`
  let separator = '\n'
  for await (const { line, balance, hash } of running(document, lines)) {
    yield separator +
      JSON.stringify({
        no: line.no,
        entry: line.entryId,
        postedAt: line.postedAt.toISOString(),
        kind: line.kind,
        counterparty: line.counterpartyId,
        reference: line.reference,
        points: line.points.toString(),
        amount: line.amount.toString(),
        balance: balance.toString(),
        hash,
      })
    separator = ',\n'
  }
  yield '\n]}\n'
}

function head(document: StatementDocument) {
  const { window, plan } = document
  return {
    format: STATEMENT_FORMAT,
    version: STATEMENT_VERSION,
    id: document.id,
    coalition: party(document.coalition),
    member: party(document.member),
    currency: document.currency,
    amountDigits: document.amountDigits,
    timeZone: document.timeZone,
    window: { no: window.no, from: window.from.toISOString(), to: window.to.toISOString() },
    issuedAt: document.issuedAt.toISOString(),
    opening: document.opening.toString(),
    net: document.net.toString(),
    rounding: document.rounding.toString(),
    closing: document.closing.toString(),
    residue: document.residue.toString(),
    lineCount: document.lineCount,
    lineHash: document.lineHash,
    chainHead: document.chainHead,
    totalsByKind: document.totalsByKind.map((total) => ({ kind: total.kind, ...totalMembers(total) })),
    totalsByCounterparty: document.totalsByCounterparty.map((total) => ({
      counterparty: total.counterpartyId,
      ...totalMembers(total),
    })),
    counterpartyNames: Object.fromEntries(
      [...document.counterpartyNames].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    vat: (document.vat ?? []).map(({ rateBps, net, tax }) => ({
      rateBps: rateBps?.toString() ?? null,
      net: net.toString(),
      tax: tax.toString(),
    })),
    plan: plan
      ? {
          dueOn: plan.dueOn,
          minPayoutMinor: plan.minPayoutMinor.toString(),
        }
      : null,
  }
}

const totalMembers = (total: StatementTotal) => ({
  lineCount: total.lineCount,
  points: total.points.toString(),
  debit: total.debit.toString(),
  credit: total.credit.toString(),
})

const party = ({ id, name, legalName, taxId, kpp, address, signatory }: StatementParty) => ({
  id,
  name,
  legalName,
  taxId,
  kpp,
  address,
  signatory: signatory && { position: signatory.position, name: signatory.name },
})
