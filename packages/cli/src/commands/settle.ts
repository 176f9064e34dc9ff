import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { newId, openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  approvePlan,
  checkStatementLines,
  closeWindow,
  decodePublicId,
  encodePublicId,
  exportPaymentOrders,
  findStatement,
  importBankStatement,
  ORDER_FORMATS,
  proposePlan,
  STATEMENT_FORMATS,
  settleWindow,
  writeStatement,
} from '@artel/use-cases'
import { defineCommand } from 'citty'
import { CliError } from '../cli-error.ts'
import { findCoalition } from '../find-coalition.ts'
import { languageOf } from '../language.ts'
import { actingAs, actingAsOperator } from '../settle/acting-as.ts'
import { SETTLE_WORDS } from '../settle/settle-words.ts'
import { importTable, planTable, type Shown, statementsTable, windowsTable } from '../settle/show.ts'
import { state, walk } from '../settle/walk.ts'
import { withDatabase } from '../with-database.ts'

const key = () => ({ idempotencyKey: newId() })

/** `artel settle`: walks a settlement window by hand, or takes one step of it. */
export const settle = defineCommand({
  meta: {
    name: 'settle',
    description:
      'Settle a window between members, step by step; or one of: show, close, state, propose, approve, import, end, check, statement, orders.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'One step; all of them in turn if left out.',
      required: false,
    },
    coalition: { type: 'string', description: 'Its handle or its id (coa_...).', required: true },
    window: { type: 'string', description: 'Number of the window.' },
    early: { type: 'boolean', description: 'close: before the cut-off, now.', default: false },
    method: { type: 'string', description: 'propose: HUB or PEER.', default: 'HUB' },
    'give-up': {
      type: 'boolean',
      description: 'end: leave missed payments to a later plan.',
      default: false,
    },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's key (ak_...). approve needs another one than propose.",
      default: process.env.ARTEL_ADMIN_KEY ?? '',
    },
    plan: { type: 'string', description: 'approve: hash of the plan that was read.' },
    file: { type: 'string', description: "import: a bank's statement. statement, orders: where to write." },
    member: { type: 'string', description: 'statement: handle of the member.' },
    format: { type: 'string', description: 'statement: pdf, csv or json. orders: 1c or pain001.' },
    lang: { type: 'string', description: 'ru or en.', default: 'en' },
  },
  run: ({ args }) =>
    withDatabase(async ({ databaseUrl }) => {
      const language = languageOf(args.lang)
      const store = await openStore({ databaseUrl, maxConnections: 6 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context = args.key
          ? await actingAs(store, coalition, args.key)
          : actingAsOperator(store, coalition)
        const shown: Shown = { context, coalition, words: SETTLE_WORDS[language] }
        await act(shown, { ...args, language })
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface Asked {
  readonly action?: string | undefined
  readonly window?: string | undefined
  readonly early: boolean
  readonly method: string
  readonly 'give-up': boolean
  readonly plan?: string | undefined
  readonly file?: string | undefined
  readonly member?: string | undefined
  readonly format?: string | undefined
  readonly language: 'ru' | 'en'
}

async function act(shown: Shown, asked: Asked): Promise<void> {
  const { context, words } = shown
  const print = (text: string) => void process.stdout.write(text)
  const windowNo = () => windowOf(asked.window)
  switch (asked.action) {
    case undefined:
      return walk(shown)
    case 'show':
      print(await windowsTable(shown))
      if (asked.window !== undefined)
        print((await statementsTable(shown, windowNo())) + (await planTable(shown, windowNo())))
      return
    case 'close':
      await closeWindow(context, { windowNo: windowNo(), early: asked.early, ...key() })
      return print(await windowsTable(shown))
    case 'state':
      await state(shown, windowNo())
      return print(await statementsTable(shown, windowNo()))
    case 'propose':
      await proposePlan(context, { windowNo: windowNo(), method: methodOf(asked.method), ...key() })
      return print(await planTable(shown, windowNo()))
    case 'approve':
      await approve(shown, windowNo(), asked.plan)
      return print(await planTable(shown, windowNo()))
    case 'import': {
      const content = await readFile(needed('--file', asked.file))
      const { lines } = await importBankStatement(context, { content, ...key() })
      return print(importTable(shown, lines))
    }
    case 'check': {
      const broken = await checkStatementLines(context, { coalitionId: shown.coalition.id })
      for (const { windowNo: no, memberId, expected, actual } of broken)
        print(`  ${no} ${encodePublicId('member', memberId)}: ${expected}\n    ${actual}\n`)
      if (broken.length > 0) throw new CliError(words.broken(broken.length))
      return print(`${words.sound}\n`)
    }
    case 'end': {
      const { window } = await settleWindow(context, {
        windowNo: windowNo(),
        giveUpMissed: asked['give-up'],
        ...key(),
      })
      return print(`${words.done(window.windowNo, words.status[window.status] ?? window.status)}\n`)
    }
    case 'statement':
      return print(`${words.written(await downloadStatement(shown, windowNo(), asked))}\n`)
    case 'orders': {
      const format = oneOf('--format', asked.format ?? '1c', ORDER_FORMATS)
      const orders = await exportPaymentOrders(context, { windowNo: windowNo(), format })
      await writeFile(asked.file ?? orders.fileName, orders.bytes)
      return print(`${words.written(asked.file ?? orders.fileName)}\n`)
    }
    default:
      throw new CliError(
        `"settle ${asked.action}" is not known. Known: show, close, state, propose, approve, import, end, check, statement, orders.`,
      )
  }
}

async function approve({ context, coalition }: Shown, windowNo: number, hash: string | undefined) {
  const planHash = needed('--plan', hash)
  const plan = await context.store.prisma.plan.findFirst({
    where: { coalitionId: coalition.id, windowNo },
    orderBy: { planNo: 'desc' },
  })
  if (!plan) throw new CliError(`Window ${windowNo} has no plan. Propose one first.`)
  await approvePlan(context, { planId: plan.id, planHash, ...key() })
}

async function downloadStatement(shown: Shown, windowNo: number, asked: Asked): Promise<string> {
  const { context, coalition } = shown
  const format = oneOf('--format', asked.format ?? 'pdf', STATEMENT_FORMATS)
  const member = await memberNamed(context.store, coalition, needed('--member', asked.member))
  const row = await context.store.prisma.statement.findFirst({
    where: { coalitionId: coalition.id, windowNo, memberId: member.id },
  })
  if (!row) throw new CliError(`${member.handle} has no statement in window ${windowNo}.`)
  const found = await findStatement(context, { statementId: row.id })
  const file = asked.file ?? `${member.handle}-${windowNo}.${format}`
  const out = createWriteStream(file)
  await writeStatement(context, found, { format, language: asked.language }, out)
  out.end()
  await finished(out)
  return file
}

async function memberNamed(store: Store, { id: coalitionId }: Coalition, named: string) {
  const id = decodePublicId('member', named)
  const member = await store.prisma.member.findFirst({
    where: { coalitionId, ...(id === undefined ? { handle: named } : { id }) },
  })
  if (!member) throw new CliError(`There is no member "${named}".`)
  return member
}

function windowOf(text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CliError(`--window must be the number of a window; it is "${text ?? ''}".`)
}

function needed(name: string, value: string | undefined): string {
  if (value) return value
  throw new CliError(`This step needs ${name}.`)
}

function oneOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new CliError(`${name} must be one of ${words.join(', ')}; it is "${text}".`)
  return found
}

const methodOf = (text: string) => oneOf('--method', text, ['HUB', 'PEER'] as const)
