import { writeFileSync } from 'node:fs'
import { measureRows } from './measure-rows.ts'
import type { Outcome } from './outcome.ts'
import { measureOverload } from './overload.ts'
import { type Options, readOptions, UsageError } from './read-options.ts'
import { say } from './show-progress.ts'
import { measureSoak } from './soak.ts'

const FORMS: Record<Options['form'], (options: Options) => Promise<Outcome>> = {
  rows: measureRows,
  overload: measureOverload,
  soak: measureSoak,
}

process.exit(await main().catch(complain))

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  const { ok, json } = await FORMS[options.form](options)
  const text = `${JSON.stringify(json, null, 2)}\n`
  process.stdout.write(text)
  if (options.jsonFile) writeFileSync(options.jsonFile, text)
  return ok ? 0 : 1
}

function complain(error: unknown): number {
  if (!(error instanceof UsageError)) throw error
  say(error.message)
  return 2
}
