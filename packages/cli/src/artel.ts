import { parseArgs } from 'node:util'
import { type ArgsDef, type CommandDef, defineCommand, renderUsage, runCommand } from 'citty'
import { UsageError } from './cli-error.ts'
import { explainError } from './explain-error.ts'

/** A command whose code is loaded when it is called: a doctor must run where the rest does not load. */
function lazy<Args extends ArgsDef>(load: () => Promise<CommandDef<Args>>) {
  return {
    load,
    usage: async () => renderUsage(await load()),
    run: async (rawArgs: string[]) => (await runCommand(await load(), { rawArgs })).result,
  }
}

const commands = {
  serve: lazy(async () => (await import('./commands/serve.ts')).serve),
  worker: lazy(async () => (await import('./commands/worker.ts')).worker),
  migrate: lazy(async () => (await import('./commands/migrate.ts')).migrateCommand),
  seed: lazy(async () => (await import('./commands/seed.ts')).seed),
  verify: lazy(async () => (await import('./commands/verify.ts')).verifyCommand),
  chain: lazy(async () => (await import('./commands/chain.ts')).chain),
  terms: lazy(async () => (await import('./commands/terms.ts')).terms),
  member: lazy(async () => (await import('./commands/member.ts')).member),
  clock: lazy(async () => (await import('./commands/clock.ts')).clock),
  calendar: lazy(async () => (await import('./commands/calendar.ts')).calendar),
  settle: lazy(async () => (await import('./commands/settle.ts')).settle),
  reconcile: lazy(async () => (await import('./commands/reconcile.ts')).reconcile),
  report: lazy(async () => (await import('./commands/report.ts')).report),
  simulate: lazy(async () => (await import('./commands/simulate.ts')).simulate),
  doctor: lazy(async () => (await import('./commands/doctor.ts')).doctor),
}

const artel = defineCommand({
  meta: {
    name: 'artel',
    version: '0.1.0',
    description:
      "Runs a coalition: serve the API, work in the background, migrate, seed a demo, verify the books, show their chain, agree on terms, see members off, move a sandbox's clock, keep the calendar of payments, settle between members, simulate joining.",
  },
  subCommands: Object.fromEntries(Object.entries(commands).map(([name, { load }]) => [name, load])),
})

/**
 * The whole command: parses, runs, and turns every failure into one line. Returns the exit code: 0 fine, 1 failed or
 * something was found, 2 misused. `ARTEL_DEBUG=1` adds the stack of a failure.
 */
export async function runArtel(args: readonly string[]): Promise<number> {
  const name = args.find((arg) => !arg.startsWith('-'))
  const command = Object.entries(commands).find(([known]) => known === name)?.[1]
  if (args.includes('--version')) {
    process.stdout.write('0.1.0\n')
    return 0
  }
  if (args.includes('--help') || args.includes('-h') || name === undefined) {
    process.stdout.write(`${await (command ? command.usage() : renderUsage(artel))}\n`)
    return name === undefined && args.length === 0 ? 2 : 0
  }
  if (!command) {
    process.stderr.write(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.\n`)
    return 2
  }
  try {
    const result = await command.run(args.slice(args.indexOf(name) + 1))
    return typeof result === 'number' ? result : 0
  } catch (error) {
    process.stderr.write(`${explainError(error, languageIn(args))}\n`)
    if (process.env.ARTEL_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return isMisuse(error) ? 2 : 1
  }
}

/** What `--lang` asks for, whatever the command; English where it asks for nothing that is known. */
function languageIn(args: readonly string[]): 'ru' | 'en' {
  const options = { lang: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true })
  return values.lang === 'ru' ? 'ru' : 'en'
}

/** Called as the command does not know it: by our own words, or by those of the parser of arguments. */
const isMisuse = (error: unknown): boolean =>
  error instanceof UsageError || (error instanceof Error && error.name === 'CLIError')
