import type { Command } from '../command/define-command.ts'

/** The commands, loaded when they are called: a doctor must run where the rest does not load. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  worker: async () => (await import('./worker.ts')).worker,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  seed: async () => (await import('./seed.ts')).seed,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  chain: async () => (await import('./chain.ts')).chain,
  terms: async () => (await import('./terms.ts')).terms,
  member: async () => (await import('./member.ts')).member,
  customer: async () => (await import('./customer.ts')).customer,
  award: async () => (await import('./award.ts')).award,
  staff: async () => (await import('./staff.ts')).staff,
  webhook: async () => (await import('./webhook.ts')).webhook,
  clock: async () => (await import('./clock.ts')).clock,
  calendar: async () => (await import('./calendar.ts')).calendar,
  settle: async () => (await import('./settle.ts')).settle,
  statement: async () => (await import('./statement.ts')).statement,
  reconcile: async () => (await import('./reconcile.ts')).reconcile,
  report: async () => (await import('./report.ts')).report,
  simulate: async () => (await import('./simulate.ts')).simulate,
  doctor: async () => (await import('./doctor.ts')).doctor,
}
