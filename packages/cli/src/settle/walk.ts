import { createInterface } from 'node:readline/promises'
import { minor, Refusal, WindowStepNotReadyError } from '@artel/ledger'
import { newId } from '@artel/store'
import type { Plan } from '@artel/store/prisma'
import {
  approvePlan,
  closeWindow,
  openOf,
  proposePlan,
  readWindows,
  recordPayment,
  settleWindow,
} from '@artel/use-cases'
import { explainError } from '../explain-error.ts'
import { actingAs } from './acting-as.ts'
import { planOf } from './find-settled.ts'
import { today } from './payment-steps.ts'
import { moneyText, planTable, type Shown, statementsTable, windowsTable } from './show.ts'
import { issueStatementsShown } from './window-steps.ts'

const key = () => ({ idempotencyKey: newId() })

/** Asks a person, and answers with the line that was typed; empty when nobody types any more. */
type Ask = (question: string) => Promise<string>

/**
 * Walks the oldest window that is not settled from where it stands, asking before each step; what waits for others is
 * named. Ends when somebody says no, or when there is nothing left to do.
 */
export async function walk(shown: Shown, input: NodeJS.ReadableStream = process.stdin): Promise<void> {
  const terminal = createInterface({ input, output: process.stdout })
  // Lines that were typed before they are asked for, or piped in, must not be lost.
  const lines = terminal[Symbol.asyncIterator]()
  const ask: Ask = async (question) => {
    process.stdout.write(question)
    const { value, done } = await lines.next()
    return done ? '' : String(value).trim()
  }
  try {
    process.stdout.write(await windowsTable(shown))
    const windowNo = await oldestUnsettled(shown)
    for (let goOn = true; goOn; ) goOn = await step(shown, windowNo, ask)
  } finally {
    terminal.close()
  }
}

async function oldestUnsettled({ context, coalition }: Shown): Promise<number> {
  const standing = await context.store.prisma.settlementWindow.findFirst({
    where: { coalitionId: coalition.id, status: { not: 'SETTLED' } },
    orderBy: { windowNo: 'asc' },
  })
  return standing?.windowNo ?? (await readWindows(context, { first: 1 })).windows[0]?.windowNo ?? 1
}

/** Takes one step of the window, if people want it. Whether there may be another. */
async function step(shown: Shown, windowNo: number, ask: Ask): Promise<boolean> {
  const { context, words } = shown
  const { windows } = await readWindows(context, { first: 1, after: windowNo + 1 })
  const status = windows[0]?.status ?? 'OPEN'
  if (status !== 'OPEN' && status !== 'CLOSED')
    process.stdout.write(`\n${await statementsTable(shown, windowNo)}\n${await planTable(shown, windowNo)}`)
  process.stdout.write(`${words.done(windowNo, words.status[status] ?? status)}\n`)
  if (status === 'SETTLED') return false
  try {
    return await take(shown, { windowNo, status }, ask)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const missing = error instanceof WindowStepNotReadyError ? error.missing : []
    const waits = [...new Set(missing.map(({ kind }) => words.missing[kind] ?? kind))].join('; ')
    process.stdout.write(`${words.waiting} ${waits || explainError(error, words.language)}\n`)
    return false
  }
}

async function take(
  shown: Shown,
  { windowNo, status }: { readonly windowNo: number; readonly status: string },
  ask: Ask,
): Promise<boolean> {
  const { context, words } = shown
  if (status === 'APPROVED') await askForPayments(shown, windowNo, ask)
  const offered = status === 'AGREED' ? await planOfAnother(shown, windowNo) : undefined
  const question = offered ? words.askApprove(offered.planNo, windowNo) : words.ask[status]?.(windowNo)
  if (!(await yes(question ?? '', ask))) {
    process.stdout.write(`${words.stopped}\n`)
    return false
  }
  if (status === 'OPEN') await closeWindow(context, { windowNo, early: true, ...key() })
  else if (status === 'CLOSED') await issueStatementsShown(shown, windowNo)
  else if (status === 'APPROVED') await settleWindow(context, { windowNo, ...key() })
  else if (offered) await approvePlan(context, { planId: offered.id, planHash: offered.hash, ...key() })
  else {
    const { plan } = await proposePlan(context, { windowNo, ...key() })
    process.stdout.write(await planTable(shown, windowNo))
    const secret = await ask(words.askKey)
    if (secret === '') {
      process.stdout.write(`${words.stopped}\n`)
      return false
    }
    const approver = await actingAs(context.store, shown.coalition, secret)
    await approvePlan(approver, { planId: plan.id, planHash: plan.hash, ...key() })
  }
  return true
}

/** The plan that waits for this person: another one has proposed it. */
async function planOfAnother(shown: Shown, windowNo: number): Promise<Plan | undefined> {
  const { principal } = shown.context
  const personId = principal.kind === 'admin' ? principal.personId : undefined
  const plan = await planOf(shown, windowNo)
  return plan && personId && plan.proposedById !== personId ? plan : undefined
}

async function askForPayments(shown: Shown, windowNo: number, ask: Ask): Promise<void> {
  const { context, coalition, words } = shown
  const legs = await context.store.prisma.paymentLeg.findMany({
    where: { coalitionId: coalition.id, windowNo, receivableAt: null },
    include: { payments: { include: { reversal: true } } },
    orderBy: { legNo: 'asc' },
  })
  for (const leg of legs) {
    const open = openOf(leg)
    if (open <= 0n || !(await yes(words.askPaid(leg.reference, moneyText(shown, open)), ask))) continue
    const paidOn = await today(shown)
    await recordPayment(context, { legId: leg.id, amountMinor: minor(open), paidOn, ...key() })
  }
}

const YES = /^(y|yes|д|да)$/i
const yes = async (question: string, ask: Ask): Promise<boolean> => YES.test(await ask(`${question} [y/N] `))
