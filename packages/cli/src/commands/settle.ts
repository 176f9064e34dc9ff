import { parseArgs } from 'node:util'
import { openStore } from '@artel/store'
import { defineCommand } from 'citty'
import { UsageError } from '../cli-error.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingAsOperator, actingBy } from '../settle/acting-as.ts'
import { accept, dispute, disputes, lines, resolve } from '../settle/answer-steps.ts'
import { approve, bankDetails, importBank, orders, pay, propose } from '../settle/payment-steps.ts'
import type { SettleOptions, SettleStep } from '../settle/settling.ts'
import type { Shown } from '../settle/show.ts'
import { walk } from '../settle/walk.ts'
import { check, close, issue, settleStep, show } from '../settle/window-steps.ts'
import { statement } from '../settle/write-statement-file.ts'
import { withDatabase } from '../with-database.ts'
import { languageOf } from '../words/language.ts'
import { SETTLE_WORDS } from '../words/settle-words.ts'

/** The steps by their names, in the order in which a window goes through them. */
const STEPS: Readonly<Record<string, SettleStep>> = {
  ...{
    show,
    close,
    'issue-statements': issue,
    lines,
    statement,
    accept,
    dispute,
    disputes,
    resolve,
    propose,
    approve,
  },
  ...{ 'bank-details': bankDetails, orders, pay, import: importBank, 'settle-window': settleStep, check },
}
const KNOWN = Object.keys(STEPS).join(', ')

/** `artel settle`: walks a settlement window by hand, or takes one step of it. */
export const settle = defineCommand({
  meta: {
    name: 'settle',
    description: `Settle a window between members: walk it step by step, or take one step: ${KNOWN}.`,
  },
  args: {
    step: { type: 'positional', description: 'One step; all of them in turn if left out.', required: false },
    coalition: { type: 'string', description: 'Its handle or its id (coa_...).', required: true },
    window: { type: 'string', description: 'Number of the window.' },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's key (ak_...), and of another one to approve than to propose; a member's (sk_...) to accept and dispute. Default: ARTEL_ADMIN_KEY, else whoever holds the database.",
    },
    early: { type: 'boolean', description: 'close: before the cut-off, now.', default: false },
    member: { type: 'string', description: 'lines, statement, bank-details: handle of the member.' },
    line: { type: 'string', description: 'dispute: number of the line in the register.' },
    reason: { type: 'string', description: 'dispute: why.' },
    evidence: { type: 'string', description: 'dispute: a link that speaks for it; may be repeated.' },
    dispute: { type: 'string', description: 'resolve: its id (dsp_...).' },
    outcome: { type: 'string', description: 'resolve: UPHELD or REJECTED.' },
    note: { type: 'string', description: 'resolve: why, for both sides. pay: a note.' },
    method: { type: 'string', description: 'propose: HUB or PEER.', default: 'HUB' },
    plan: { type: 'string', description: 'approve: hash of the plan that was read.' },
    payment: { type: 'string', description: 'pay: its reference, or its id (leg_...).' },
    amount: {
      type: 'string',
      description: 'pay: how much, such as 61.70. resolve: how much is taken off; all of it if left out.',
    },
    on: { type: 'string', description: 'pay: day on which the money moved, such as 2026-08-10; today.' },
    file: {
      type: 'string',
      description: 'import: what the bank gave. bank-details: JSON. statement, orders: where to write.',
    },
    format: { type: 'string', description: 'statement: pdf, csv or json. orders: 1c or pain001.' },
    'carry-forward': {
      type: 'boolean',
      description: 'settle-window: carry unpaid payments forward to a later plan.',
      default: false,
    },
    'idempotency-key': {
      type: 'string',
      description: 'Sent again with the same one, a step is taken once. Default: a fresh one.',
    },
    lang: { type: 'string', description: 'ru or en.', default: 'en' },
    json: { type: 'boolean', description: 'Print the answer as one JSON line.', default: false },
  },
  run: ({ args, rawArgs }) => {
    const language = languageOf(args.lang)
    const take = stepNamed(args.step, args.json)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 6 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const key = args.key || process.env.ARTEL_ADMIN_KEY
        const context = key ? await actingBy(store, coalition, key) : actingAsOperator(store, coalition)
        const shown: Shown = { context, coalition, words: SETTLE_WORDS[language] }
        if (!take) {
          await walk(shown)
          return 0
        }
        const options: SettleOptions = { ...args, evidence: evidenceIn(rawArgs), language }
        const { text, data, failed } = await take({ ...shown, options })
        process.stdout.write(args.json ? `${jsonOf(data)}\n` : text)
        return failed ? 1 : 0
      } finally {
        await store.close()
      }
    })
  },
})

function stepNamed(name: string | undefined, json: boolean): SettleStep | undefined {
  if (name === undefined) {
    if (json) throw new UsageError(`Name a step: with --json nobody can be asked. Known: ${KNOWN}.`)
    return
  }
  const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined
  if (!step) throw new UsageError(`"settle ${name}" is not known. Known: ${KNOWN}.`)
  return step
}

/** Every `--evidence`; citty keeps the last one only. */
function evidenceIn(rawArgs: readonly string[]): readonly string[] {
  const options = { evidence: { type: 'string', multiple: true } } as const
  const { values } = parseArgs({ args: [...rawArgs], options, strict: false, allowPositionals: true })
  return (values.evidence ?? []).filter((text) => typeof text === 'string')
}

/** Amounts as decimal strings. */
const jsonOf = (data: object): string =>
  JSON.stringify(data, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
