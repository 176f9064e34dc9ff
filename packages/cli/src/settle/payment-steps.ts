import { currencyDigits, parseDecimal } from '@artel/documents'
import { type Minor, minor, NotFoundError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import {
  approvePlan,
  decodePublicId,
  encodePublicId,
  exportPaymentOrders,
  importBankStatement,
  ORDER_FORMATS,
  proposePlan,
  recordPayment,
  setBankDetails,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { readNamedFile } from '../file/read-named-file.ts'
import { writeNamedFile } from '../file/write-named-file.ts'
import { actingMember } from './acting-as.ts'
import { memberNamed, planOf } from './find-settled.ts'
import { withMissingBankDetails } from './missing-bank-details.ts'
import { readBankDetails } from './read-bank-details.ts'
import { keyOf, needed, oneOf, type SettleStep, type Settling, windowOf } from './settling.ts'
import { importTable, moneyText, planTable } from './show.ts'
import { legData } from './shown-data.ts'
import { planShown } from './window-steps.ts'

/** Proposes who pays whom. */
export const propose: SettleStep = async (settling) => {
  const windowNo = windowOf(settling)
  const method = oneOf('--method', settling.options.method.toUpperCase(), ['HUB', 'PEER'] as const)
  const { replayed } = await proposePlan(settling.context, { windowNo, method, ...keyOf(settling) })
  return {
    text: await planTable(settling, windowNo),
    data: { plan: await planShown(settling, windowNo), replayed },
  }
}

/** Approves the plan with the hash that was read. */
export const approve: SettleStep = async (settling) => {
  const windowNo = windowOf(settling)
  const planHash = needed('--plan', settling.options.plan)
  const plan = await planOf(settling, windowNo)
  if (!plan)
    throw new CliError(`Window ${windowNo} has no plan. Propose one first.`, {
      ru: `У периода ${windowNo} нет плана. Сначала предложите его.`,
    })
  const { replayed } = await approvePlan(settling.context, { planId: plan.id, planHash, ...keyOf(settling) })
  return {
    text: await planTable(settling, windowNo),
    data: { plan: await planShown(settling, windowNo), replayed },
  }
}

/** Records money that was paid outside. */
export const pay: SettleStep = async (settling) => {
  const { context, coalition, words, options } = settling
  const { id: legId, reference, windowNo } = await legNamed(settling)
  const { payment, leg, replayed } = await recordPayment(context, {
    legId,
    amountMinor: amountOf(settling),
    paidOn: options.on ?? (await today(settling)),
    note: options.note ?? null,
    isAnother: options.another,
    ...keyOf(settling),
  })
  return {
    text:
      `${words.recorded(`${moneyText(settling, payment.amountMinor)} ${coalition.currency}`, reference)}\n` +
      (await planTable(settling, windowNo)),
    data: {
      payment: {
        ...{ id: encodePublicId('payment', payment.id), amountMinor: payment.amountMinor },
        ...{ paidOn: payment.paidOn.toISOString().slice(0, 10), reference },
      },
      leg: legData(leg),
      replayed,
    },
  }
}

/** Records the payments that a bank's statement proves. */
export const importBank: SettleStep = async (settling) => {
  const content = await readNamedFile(needed('--file', settling.options.file))
  const { bankImport, lines, replayed } = await importBankStatement(settling.context, {
    content,
    ...keyOf(settling),
  })
  return {
    text: importTable(settling, lines),
    data: {
      ...{ id: encodePublicId('bankImport', bankImport.id), format: bankImport.format },
      ...{ fileHash: bankImport.fileHash, runNo: bankImport.runNo, replayed },
      lines: lines.map(({ allocations, takesBack, ...line }) => ({
        ...line,
        takesBack: takesBack.map((id) => encodePublicId('payment', id)),
        pays: allocations.map(({ legId, amountMinor }) => ({
          legId: encodePublicId('paymentLeg', legId),
          amountMinor,
        })),
      })),
    },
  }
}

/** Writes the payment orders of the caller: the coalition's, or a member's own. */
export const orders: SettleStep = async (settling) => {
  const { context, words, options } = settling
  const format = oneOf('--format', options.format ?? '1c', ORDER_FORMATS)
  const exported = await exportPaymentOrders(context, { windowNo: windowOf(settling), format }).catch(
    async (error: unknown) => {
      throw nothingToOrder(settling, error) ?? (await withMissingBankDetails(settling, error))
    },
  )
  const file = options.file ?? exported.fileName
  await writeNamedFile(file, exported.bytes)
  return { text: `${words.written(file)}\n`, data: { file, format, orders: exported.orders } }
}

/** That nothing is left to pay, which the verb can only call a payment that is not there; undefined for anything else. */
function nothingToOrder(settling: Settling, error: unknown): CliError | undefined {
  if (!(error instanceof NotFoundError) || error.what !== 'paymentLeg') return undefined
  const text = settling.words.nothingToOrder(windowOf(settling), settling.coalition.handle)
  return new CliError(`${text} [${error.code}]`, { cause: error, ru: `${text} [${error.code}]` })
}

/** Says how registers and banks know the caller, the member that is named, or the coalition. */
export const bankDetails: SettleStep = async (settling) => {
  const { context, coalition, words, options } = settling
  const own = actingMember(context)
  const member = own === undefined && options.member ? await memberNamed(settling, options.member) : undefined
  const ofCoalition = own === undefined && member === undefined
  const said = await readBankDetails(needed('--file', options.file), {
    isCoalition: ofCoalition,
    language: words.language,
  })
  const set = await setBankDetails(context, { ...said, ...(member && { memberId: member.id }) })
  const { coalitionId: _, ownerId, updatedAt, setById: __, confirmedById, ...fields } = set
  const isCoalition = ownerId === coalition.id
  return {
    text: `${words.bankDetailsOf(set.legalName)}\n`,
    data: {
      memberId: isCoalition ? null : encodePublicId('member', ownerId),
      ...fields,
      ...{ isConfirmed: confirmedById !== null, updatedAt },
    },
  }
}

/** What a plan asks for, by its reference or its id; fails with a line. */
export async function legNamed({ context, coalition, options }: Settling) {
  const named = needed('--payment', options.payment)
  const id = decodePublicId('paymentLeg', named)
  const leg = await context.store.prisma.paymentLeg.findFirst({
    where: { coalitionId: coalition.id, ...(id === undefined ? { reference: named } : { id }) },
  })
  if (!leg)
    throw new CliError(`No approved plan has a payment "${named}". Known ones: settle show --window N.`, {
      ru: `В утверждённых планах нет платежа «${named}». Какие есть, покажет settle show --window N.`,
    })
  return leg
}

function amountOf({ coalition, options }: Settling): Minor {
  const text = needed('--amount', options.amount)
  const amount = parseDecimal(text, currencyDigits(coalition.currency))
  if (amount === undefined)
    throw new UsageError(`--amount must be an amount such as 61.70; it is "${text}".`, {
      ru: `--amount - сумма, например 61,70; указано «${text}».`,
    })
  return minor(amount)
}

/** Today by the coalition's clock and calendar, ISO. */
export const today = async ({
  context,
  coalition,
}: Pick<Settling, 'context' | 'coalition'>): Promise<string> =>
  localDateOf(await coalitionNow(context.store, coalition.id), coalition.timeZone)
