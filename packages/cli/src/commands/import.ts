import { createReadStream } from 'node:fs'
import { openStore, type Store } from '@artel/store'
import type { Coalition, ImportJob } from '@artel/store/prisma'
import {
  beginImport,
  type Context,
  cancelImport,
  decodePublicId,
  encodePublicId,
  handInImport,
  type ImportKind,
  pauseImport,
  readImportErrors,
  resumeImport,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { requireReadable } from '../file/read-named-file.ts'
import { SALES_FILE_ARGS, salesFileWords } from '../file/sales-file-args.ts'
import { streamNamedFile } from '../file/write-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { begun, type Driven, driveImport, goesOn } from '../import/drive-import.ts'
import { progressBar } from '../progress-bar.ts'
import { actingMember, whoActs } from '../settle/acting-as.ts'
import { nextStopSignal } from '../stop-signal.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import { IMPORT_WORDS } from '../words/import-words.ts'
import type { Language } from '../words/language.ts'

const KINDS: Readonly<Record<string, ImportKind>> = {
  ...{ customers: 'CUSTOMERS', balances: 'OPENING_BALANCES', purchases: 'PURCHASES' },
}

const OF_FILES = [
  'member',
  'dry-run',
  'errors',
  'mapping',
  'columns',
  'date-order',
  'decimal-mark',
  'sheet',
] as const

/** `artel import`: what a member had before, from its own files; exit code 1 when rows are not taken. */
export const importCommand = defineCommand({
  meta: {
    name: 'import',
    description: "Import a member's customers, opening balances and past sales from CSV or .xlsx.",
    ru: 'Загрузить клиентов участника, начальные остатки и прошлые продажи из CSV или .xlsx.',
  },
  args: {
    what: {
      type: 'positional',
      description: 'customers, balances or purchases; or begin, pause, resume, cancel, errors',
      ru: 'customers, balances или purchases; либо begin, pause, resume, cancel, errors',
      required: true,
    },
    file: {
      type: 'positional',
      description: 'The file, CSV or .xlsx.',
      ru: 'Файл, CSV или .xlsx.',
      required: false,
    },
    coalition: COALITION,
    member: {
      type: 'string',
      description: 'Handle of the member whose file it is; a member itself leaves it out.',
      ru: 'Имя участника, чей это файл; сам участник не указывает.',
    },
    'dry-run': {
      type: 'boolean',
      description: 'Show what would happen, and record nothing.',
      ru: 'Показать, что будет, и ничего не записывать.',
      default: false,
    },
    consent: {
      type: 'string',
      description: 'Version of the text that the customers agreed to, where their rows do not say.',
      ru: 'Версия текста, на который клиенты согласились, если в строках её нет.',
    },
    errors: {
      type: 'string',
      description: 'Write the rows that are not taken to this file, with the reasons.',
      ru: 'Записать невзятые строки с причинами в этот файл.',
    },
    ...SALES_FILE_ARGS,
    id: { type: 'string', description: 'Id of the import (imj_...).', ru: 'Номер загрузки (imj_...).' },
    out: { type: 'string', description: 'The file to write.', ru: 'Файл, куда записать.' },
    key: {
      type: 'string',
      description:
        "Who imports: a member's key (sk_...) or an administrator's (ak_...). Default: ARTEL_KEY, else whoever is signed in.",
      ru: 'Кто загружает: ключ участника (sk_...) или администратора (ak_...). Без него - ARTEL_KEY, иначе тот, кто вошёл.',
    },
    json: JSON_LINE,
  },
  actions: {
    customers: {
      description: 'Enrol its customers: name, telephone, e-mail, birth date, own number, consent.',
      ru: 'Записать его клиентов: имя, телефон, почта, дата рождения, свой номер, согласие.',
      needs: ['file'],
      takes: [...OF_FILES, 'consent', 'key'],
    },
    balances: {
      description: 'Check opening balances: customer, points, since, end. Another person begins it.',
      ru: 'Проверить начальные остатки: клиент, баллы, с какого дня, до какого. Начинает другой человек.',
      needs: ['file'],
      takes: [...OF_FILES, 'key'],
    },
    purchases: {
      description: 'Record past sales: receipt, date, total, customer.',
      ru: 'Записать прошлые продажи: чек, дата, сумма, покупатель.',
      needs: ['file'],
      takes: [...OF_FILES, 'key'],
    },
    begin: {
      description: 'Record what was checked.',
      ru: 'Записать проверенное.',
      needs: ['id'],
      takes: ['key'],
    },
    pause: { description: 'Pause an import.', ru: 'Приостановить загрузку.', needs: ['id'], takes: ['key'] },
    resume: { description: 'Go on with it.', ru: 'Продолжить загрузку.', needs: ['id'], takes: ['key'] },
    cancel: {
      description: 'Give it up; what is recorded stays.',
      ru: 'Отменить; записанное остаётся.',
      needs: ['id'],
      takes: ['key'],
    },
    errors: {
      description: 'Write the rows that are not taken, with the reasons.',
      ru: 'Записать невзятые строки с причинами.',
      needs: ['id', 'out'],
      takes: ['key'],
    },
  },
  async run({ args, language }) {
    if (args.file !== undefined) await requireReadable(args.file)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 8 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        const kind = KINDS[args.what]
        const asked = { ...args, language }
        const { job, said } = await (kind
          ? imported(context, coalition, { ...asked, kind })
          : stepped(context, asked))
        process.stdout.write(`${args.json ? JSON.stringify(factsOf(job)) : said}\n`)
        return job.faults > 0 ? 1 : 0
      } finally {
        await store.close()
      }
    })
  },
})

interface ImportArgs {
  readonly what: string
  readonly file?: string | undefined
  readonly member?: string | undefined
  readonly 'dry-run': boolean
  readonly consent?: string | undefined
  readonly errors?: string | undefined
  readonly mapping?: string | undefined
  readonly columns?: string | undefined
  readonly 'date-order'?: string | undefined
  readonly 'decimal-mark'?: string | undefined
  readonly sheet?: string | undefined
  readonly id?: string | undefined
  readonly out?: string | undefined
  readonly language: Language
}

interface Said {
  readonly job: ImportJob
  readonly said: string
}

/** Hands a file in, checks it and, unless that was all that was asked for, records it. */
async function imported(
  context: Context,
  coalition: Coalition,
  args: ImportArgs & { readonly kind: ImportKind },
): Promise<Said> {
  const { store } = context
  const words = IMPORT_WORDS[args.language]
  const file = args.file ?? ''
  const memberId = actingMember(context) ?? (await memberNamed(store, coalition, args.member))
  const stop = new AbortController()
  void nextStopSignal().then(() => stop.abort())
  const reading = progressBar(words.reading)
  const handedIn = await handInImport(context, {
    ...{ kind: args.kind, memberId, reading: salesFileWords(args), consentVersion: args.consent ?? null },
    file: { open: () => createReadStream(file) },
    onProgress: (rows) => reading.update(rows, rows, `${rows}`),
  }).finally(() => reading.stop())
  let { importJob: job } = handedIn
  if (job.isPaused) job = await resumeImport(context, { importId: job.id })
  let reached = await driven(context, job, { words: words.checking, stop: stop.signal })
  if (!args['dry-run'] && !reached.isStopped && goesOn(reached.job)) {
    job = await begun(context, reached.job)
    reached = await driven(context, job, { words: words.recording, stop: stop.signal })
  }
  if (args.errors !== undefined) await writeErrors(context, reached.job, args.errors, args.language)
  return { job: reached.job, said: told(reached, args) }
}

async function driven(
  context: Context,
  job: ImportJob,
  { words, stop }: { readonly words: string; readonly stop: AbortSignal },
): Promise<Driven> {
  const bar = progressBar(words)
  return await driveImport(context, { job, bar, stop }).finally(() => bar.stop())
}

async function memberNamed(
  store: Store,
  { id: coalitionId }: Coalition,
  handle: string | undefined,
): Promise<string> {
  if (handle === undefined)
    throw new UsageError('Name the member whose file it is: --member.', {
      ru: 'Назовите участника, чей это файл: --member.',
    })
  const member = await store.prisma.member.findFirst({ where: { coalitionId, handle } })
  if (member) return member.id
  throw new CliError(`The coalition has no member "${handle}".`, {
    ru: `Участника «${handle}» в коалиции нет.`,
  })
}

/** One step of an import that is there. */
async function stepped(context: Context, args: ImportArgs): Promise<Said> {
  const importId = decodePublicId('import', args.id ?? '')
  if (importId === undefined)
    throw new UsageError(`--id is no id of an import: ${args.id}.`, {
      ru: `--id - не номер загрузки: ${args.id}.`,
    })
  const words = IMPORT_WORDS[args.language]
  if (args.what === 'errors') {
    const { importJob } = await readImportErrors(context, { importId, language: args.language })
    await writeErrors(context, importJob, args.out ?? '', args.language)
    return { job: importJob, said: words.written(args.out ?? '') }
  }
  const step = STEPS[args.what]
  if (!step)
    throw new UsageError(`Nothing is imported by "${args.what}".`, { ru: `Слова «${args.what}» нет.` })
  const job = await step(context, { importId })
  return { job, said: words.stands(encodePublicId('import', job.id), job.isPaused ? 'PAUSED' : job.state) }
}

const STEPS: Readonly<Record<string, (context: Context, named: { importId: string }) => Promise<ImportJob>>> =
  {
    ...{ begin: beginImport, pause: pauseImport, resume: resumeImport, cancel: cancelImport },
  }

const writeErrors = (context: Context, { id }: ImportJob, file: string, language: Language): Promise<void> =>
  streamNamedFile(file, async (out) => {
    const { text } = await readImportErrors(context, { importId: id, language })
    for await (const piece of text()) out.write(piece)
  })

function told({ job, isStopped }: Driven, { language, errors }: ImportArgs): string {
  const words = IMPORT_WORDS[language]
  const id = encodePublicId('import', job.id)
  const { rowCount: rows, added, matched, faults, points, kind, state } = job
  const counts = words.counts({ rows, added, matched, faults, points: String(points) })
  const table = textTable(
    [
      { title: words.head[0], align: 'left' },
      { title: words.head[1], align: 'right' },
    ],
    counts.map((row) => [...row]),
  )
  const first =
    state === 'CHECKED' ? words.checked(id) : state === 'DONE' ? words.done(id) : words.stands(id, state)
  return [
    `${isStopped ? words.paused(id) : first}\n`,
    table,
    ...(state === 'CHECKED' && kind === 'OPENING_BALANCES' ? [`\n${words.approve(id)}`] : []),
    ...(errors !== undefined ? [`\n${words.written(errors)}`] : faults > 0 ? [`\n${words.errors(id)}`] : []),
  ].join('')
}

/** An import as `--json` prints it. */
const factsOf = ({ id, kind, state, isPaused, failure, rowCount, ...job }: ImportJob) => ({
  ...{
    id: encodePublicId('import', id),
    memberId: encodePublicId('member', job.memberId),
    kind,
    state,
    isPaused,
  },
  ...{ failure, rows: rowCount, position: job.position, added: job.added, matched: job.matched },
  ...{ faults: job.faults, points: String(job.points), checked: job.checked },
})
