import type { Command } from './define-command.ts'

/** The commands, loaded when they are called: a doctor must run where the rest does not load. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('../commands/serve.ts')).serve,
  worker: async () => (await import('../commands/worker.ts')).worker,
  migrate: async () => (await import('../commands/migrate.ts')).migrateCommand,
  seed: async () => (await import('../commands/seed.ts')).seed,
  verify: async () => (await import('../commands/verify.ts')).verifyCommand,
  chain: async () => (await import('../commands/chain.ts')).chain,
  terms: async () => (await import('../commands/terms.ts')).terms,
  member: async () => (await import('../commands/member.ts')).member,
  clock: async () => (await import('../commands/clock.ts')).clock,
  calendar: async () => (await import('../commands/calendar.ts')).calendar,
  settle: async () => (await import('../commands/settle.ts')).settle,
  statement: async () => (await import('../commands/statement.ts')).statement,
  reconcile: async () => (await import('../commands/reconcile.ts')).reconcile,
  report: async () => (await import('../commands/report.ts')).report,
  simulate: async () => (await import('../commands/simulate.ts')).simulate,
  doctor: async () => (await import('../commands/doctor.ts')).doctor,
}
