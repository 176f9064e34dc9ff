import { newId } from '@artel/store'
import {
  checkStatementLines,
  closeWindow,
  encodePublicId,
  findWindow,
  issueStatements,
  readWindows,
  settleWindow,
} from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { progressBar } from '../progress-bar.ts'
import { actingMember } from './acting-as.ts'
import { legsOf, membersById, planOf, statementsOf } from './find-settled.ts'
import { keyOf, type SettleStep, type Settling, type StepAnswer, windowOf } from './settling.ts'
import { planTable, type Shown, statementsTable, windowsTable } from './show.ts'
import { planData, statementData, windowData } from './shown-data.ts'

const LISTED_WINDOWS = 100

/** The windows; one of them with its statements and its plan. */
export const show: SettleStep = async (settling) => {
  if (settling.options.window === undefined) {
    const { windows } = await readWindows(settling.context, { first: LISTED_WINDOWS })
    return { text: await windowsTable(settling), data: { windows: windows.map(windowData) } }
  }
  const windowNo = windowOf(settling)
  const { windows } = await readWindows(settling.context, { first: 1, after: windowNo + 1 })
  const [window] = windows
  if (window?.windowNo !== windowNo)
    throw new CliError(`There is no window ${windowNo} yet.`, { ru: `Периода ${windowNo} ещё нет.` })
  return {
    text: [
      await windowsTable(settling, window),
      await statementsTable(settling, windowNo),
      await planTable(settling, windowNo),
    ]
      .filter((table) => table !== '')
      .join('\n'),
    data: {
      window: windowData(window),
      statements: (await statementsOf(settling, windowNo)).map(statementData),
      plan: await planShown(settling, windowNo),
    },
  }
}

/** Closes the open window. */
export const close: SettleStep = async (settling) => {
  const { context, options } = settling
  const { window, replayed } = await closeWindow(context, {
    windowNo: windowOf(settling),
    early: options.early,
    ...keyOf(settling),
  })
  return { text: await windowsTable(settling), data: { window: windowData(window), replayed } }
}

/** Issues the statements of a closed window. */
export const issue: SettleStep = async (settling) => {
  const windowNo = windowOf(settling)
  const replayed = await issueStatementsShown(settling, windowNo, keyOf(settling))
  const statements = await statementsOf(settling, windowNo)
  return {
    text: await statementsTable(settling, windowNo),
    data: { windowNo, statements: statements.map(statementData), replayed },
  }
}

/** Issues statements behind a progress bar. Whether they were issued before by the same key. */
export async function issueStatementsShown(
  { context, words }: Shown,
  windowNo: number,
  key = { idempotencyKey: newId() },
): Promise<boolean> {
  const bar = progressBar(words.stating)
  try {
    const made = await issueStatements(context, { windowNo, ...key }, ({ legs, of }) => bar.update(legs, of))
    return made.replayed
  } finally {
    bar.stop()
  }
}

/** Ends the settlement of a window. */
export const settleStep: SettleStep = async (settling) => {
  const { context, words, options } = settling
  const { window, replayed } = await settleWindow(context, {
    windowNo: windowOf(settling),
    carryForwardUnpaid: options['carry-forward'],
    ...keyOf(settling),
  })
  return {
    text: `${words.done(window.windowNo, words.status[window.status] ?? window.status)}\n`,
    data: { window: windowData(window), replayed },
  }
}

/** Holds every statement against the lines of the ledger. Ends with 1 when one is broken. */
export const check: SettleStep = async ({ context, coalition, words }): Promise<StepAnswer> => {
  const found = await checkStatementLines(context, { coalitionId: coalition.id })
  const broken = found.map(({ statementId, windowNo, memberId, expected, actual }) => ({
    ...{ statementId: encodePublicId('statement', statementId), windowNo },
    ...{ memberId: encodePublicId('member', memberId), expected, actual },
  }))
  if (broken.length === 0) return { text: `${words.sound}\n`, data: { broken } }
  const lines = broken.map(
    ({ windowNo, memberId, expected, actual }) => `  ${windowNo} ${memberId}: ${expected}\n    ${actual}\n`,
  )
  return { text: `${lines.join('')}${words.broken(broken.length)}\n`, data: { broken }, failed: true }
}

/** The plan of a window as programs get it; null without one, and for members, who see their payments elsewhere. */
export async function planShown(settling: Settling, windowNo: number): Promise<object | null> {
  if (actingMember(settling.context) !== undefined) return null
  const plan = await planOf(settling, windowNo)
  if (!plan) return null
  const [legs, members] = await Promise.all([legsOf(settling, windowNo), membersById(settling)])
  const { status } = await findWindow(settling.context.store, plan.coalitionId, windowNo)
  return {
    windowStatus: status,
    ...planData(plan, legs, (id) => members.get(id)?.handle ?? null),
  }
}
