import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ACTS_WITHOUT_MUTATION, AUDITED } from './acts.ts'

const SOURCES = fileURLToPath(new URL('..', import.meta.url))
const MIGRATIONS = fileURLToPath(new URL('../../../store/prisma/migrations', import.meta.url))
/** How a verb reaches the log. */
const RECORDS =
  /\b(?:recordAct|recordActIn|recordPersonAct|eventOfAct|actOn|changeMemberStatus|takeAffiliateStep)\(/

test('every audited act is recorded by a verb, under its name', async () => {
  const recording: string[] = []
  for (const path of await readdir(SOURCES, { recursive: true })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.startsWith('audit/')) continue
    const text = await readFile(`${SOURCES}/${path}`, 'utf8')
    if (RECORDS.test(text)) recording.push(text)
  }
  for (const path of await readdir(MIGRATIONS)) {
    if (path.endsWith('.toml')) continue
    const sql = await readFile(`${MIGRATIONS}/${path}/migration.sql`, 'utf8')
    recording.push(...(sql.match(/select record_audit_event\([^;]*;/g) ?? []))
  }
  const acts = [...AUDITED, ...Object.keys(ACTS_WITHOUT_MUTATION)]
  // The name of its key, of the same spelling, is no event.
  const written = (act: string) => new RegExp(`(?<!operation: )'${act}'`)
  expect(acts.filter((act) => !recording.some((text) => written(act).test(text)))).toEqual([])
})
