import { BANK_REMARKS, type BankFileRemark } from '@artel/documents'
import { BankFileUnreadableError, IdempotencyKeyMismatchError, InvalidInputError } from '@artel/ledger'
import { encodePublicId, type ImportedBankLine, importBankStatement, wasFoundBefore } from '@artel/use-cases'
import { coalitionIdOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { publicNode } from '../vocabulary/public-node.ts'

/**
 * Largest file, bytes: in base64 it fills a request, query included. Longer ones are cut by days, or go by the command line.
 */
const MAX_FILE_BYTES = 750 * 1_024

/** The bytes of a file that was sent; InvalidInputError where they are too many. */
function contentOf(base64: string): Buffer {
  const content = Buffer.from(base64, 'base64')
  if (content.length <= MAX_FILE_BYTES) return content
  throw new InvalidInputError({ path: ['contentBase64'], problem: `Must have 1 to ${MAX_FILE_BYTES} bytes.` })
}

/** Codes of what can be wrong with a line. */
const PROBLEMS = Object.keys(BANK_REMARKS).join(', ')

const BankLineAllocation = builder
  .objectRef<{ readonly legId: string; readonly amountMinor: bigint }>('BankLineAllocation')
  .implement({
    description: 'A part of a line of a bank statement that pays a leg.',
    fields: (t) => ({
      legId: t.id({ description: 'The leg.', resolve: ({ legId }) => encodePublicId('paymentLeg', legId) }),
      amount: t.field({
        type: Money,
        description: 'How much of the line.',
        resolve: ({ amountMinor }, _args, context) => moneyOf(context, coalitionIdOf(context), amountMinor),
      }),
    }),
  })

const BankLineRemark = builder.objectRef<BankFileRemark>('BankLineRemark').implement({
  description: "Something odd about a line of a bank's file, which is read all the same.",
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Stable: NO_NUMBER, REPEATED_FIELD, TOTALS_MISMATCH and others.',
    }),
    message: t.exposeString('message', {
      description: 'In English, without any word of the file but totals.',
    }),
    line: t.exposeInt('line', { description: 'The line of the file, from 1.' }),
    field: t.exposeString('field', { description: 'By the name it has in the file.' }),
  }),
})

const ImportedBankLineType = builder.objectRef<ImportedBankLine>('ImportedBankLine').implement({
  description: 'What became of one line of a bank statement.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'The line of the file, from 1.' }),
    bookedOn: t.exposeString('bookedOn', { description: 'ISO date of booking.' }),
    direction: t.exposeString('direction', { description: 'IN or OUT of the account.' }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ amountMinor }, _args, context) => moneyOf(context, coalitionIdOf(context), amountMinor),
    }),
    purpose: t.exposeString('purpose', { description: 'What the line says it is for.' }),
    verdict: t.exposeString('verdict', {
      description:
        'MATCHED, PARTIAL, OVER_PAID, UNMATCHED; REVERSED: it takes a payment back; or SKIPPED: it proves nothing.',
    }),
    takesBack: t.idList({
      description:
        'Payments on record that it takes back. REVERSED and none: it takes back another line of the file, which so pays nothing.',
      resolve: ({ takesBack }) => takesBack.map((id) => encodePublicId('payment', id)),
    }),
    remarks: t.expose('remarks', {
      type: [BankLineRemark],
      description: 'What is odd about it in the file.',
    }),
    allocations: t.expose('allocations', { type: [BankLineAllocation], description: 'What it pays.' }),
    remainder: t.field({
      type: Money,
      description: 'What of it pays nothing.',
      resolve: ({ remainderMinor }, _args, context) =>
        moneyOf(context, coalitionIdOf(context), remainderMinor),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: `Why: NOTHING_LEFT, UNKNOWN_PAYER, NO_OPEN_LEG, SEVERAL_PARTIES, REPEATED_LINE (it was there already: above in the file, or in one imported before), RECORDED_BY_HAND, NOT_BOOKED, REVERSAL (it takes back nothing on record, or what a person may have taken back), TAKEN_BACK (another line of the file does), OTHER_CURRENCY; or what is wrong with the line: ${PROBLEMS}.`,
    }),
    otherPayer: t.exposeBoolean('otherPayer', {
      description: 'The reference fits, but somebody else paid: a person should look.',
    }),
    isNew: t.exposeBoolean('isNew', {
      description:
        'This import found what the line is: what it pays or takes back, or that a person had recorded it. False for what an earlier import of the same file had found, and for what nothing explains.',
    }),
    foundBefore: t.boolean({
      description: 'An earlier import of the same file had found what the line is.',
      resolve: wasFoundBefore,
    }),
  }),
})

const BankImport = builder.prismaObject('BankImport', {
  description:
    "A reading of a bank's statement. The same file is read again for lines that nothing explained before.",
  fields: (t) => ({
    format: t.exposeString('format', { description: 'CLIENT_BANK_EXCHANGE or CAMT_053.' }),
    fileHash: t.exposeString('fileHash', { description: 'SHA-256 of the file, hex.' }),
    runNo: t.exposeInt('runNo', {
      description: '1 for the first reading of the file; only those that found something follow.',
    }),
    lineCount: t.exposeInt('lineCount', { description: 'How many lines it has.' }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When it was read.' }),
  }),
})
publicNode(BankImport)

const BankStatementImportInput = builder.inputType('BankStatementImportInput', {
  description: "A bank's statement.",
  fields: (t) => ({
    contentBase64: t.string({
      required: true,
      description: `The file as exported by the bank, in base64: 1C client-bank exchange or camt.053. A file has at most ${MAX_FILE_BYTES / 1_024} KB, as many as a request holds; a larger one is exported by fewer days, or imported by \`artel settle import\`.`,
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const BankStatementImportPayload = builder
  .objectRef<Awaited<ReturnType<typeof importBankStatement>>>('BankStatementImportPayload')
  .implement({
    description: "What became of a bank's statement.",
    fields: (t) => ({
      bankImport: t.expose('bankImport', { type: BankImport, description: 'The import.' }),
      lines: t.expose('lines', { type: [ImportedBankLineType], description: 'Every line of the file.' }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('bankStatementImport', (t) =>
  t.field({
    type: BankStatementImportPayload,
    description:
      "Reads a bank's statement and records the payments that its lines prove and those that they take back, all or none. A payment counts once, whatever file it comes in and whoever recorded it. The same file with another key, sent once its plan is approved, records what nothing explained before.",
    errors: { types: [BankFileUnreadableError, IdempotencyKeyMismatchError] },
    args: { input: t.arg({ type: BankStatementImportInput, required: true, description: 'The file.' }) },
    resolve: (_root, { input }, context) =>
      importBankStatement(verbContext(context), {
        content: contentOf(input.contentBase64),
        idempotencyKey: String(input.idempotencyKey),
      }),
  }),
)
