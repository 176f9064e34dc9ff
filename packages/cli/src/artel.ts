import { defineCommand, renderUsage, runCommand } from 'citty'
import { doctor } from './commands/doctor.ts'
import { migrateCommand } from './commands/migrate.ts'
import { seed } from './commands/seed.ts'
import { serve } from './commands/serve.ts'
import { verifyCommand } from './commands/verify.ts'
import { explainError } from './explain-error.ts'

const commands = { serve, migrate: migrateCommand, seed, verify: verifyCommand, doctor }

const artel = defineCommand({
  meta: {
    name: 'artel',
    version: '0.1.0',
    description:
      'Runs a coalition: serve the API, migrate, seed a demo, verify the books, find out what is wrong.',
  },
  subCommands: commands,
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
    process.stdout.write(`${await (command ? renderUsage(command, artel) : renderUsage(artel))}\n`)
    return name === undefined && args.length === 0 ? 2 : 0
  }
  if (!command) {
    process.stderr.write(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.\n`)
    return 2
  }
  try {
    const { result } = await runCommand(command, { rawArgs: args.slice(args.indexOf(name) + 1) })
    return typeof result === 'number' ? result : 0
  } catch (error) {
    process.stderr.write(`${explainError(error)}\n`)
    if (process.env.ARTEL_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return 1
  }
}
