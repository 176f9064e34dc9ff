import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLES_OF_TEMPLATES, type LocalDate, RULE_TEMPLATES } from '@artel/rules'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { checkDefinition } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDefinition } from '../rule/read-definition.ts'
import { writtenDefinition } from '../rule/written-definition.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ handle: 'zarechye' }).withMember('wash').withMember('cafe').open(database.store)
  folder = await mkdtemp(join(tmpdir(), 'artel-rules-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await database.drop()
})

/** `artel rule` as the wash, or as who is said. */
async function rule(args: readonly string[], key = town.member('wash').apiKey) {
  const { code, stdout, stderr } = await runCommand(['rule', ...args], {
    env: { DATABASE_URL: database.databaseUrl, ARTEL_KEY: key },
  })
  return { code, stdout, stderr }
}

const here = (...args: string[]) => [...args, '--coalition', 'zarechye']

async function fileOf(content: object): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.json`)
  await writeFile(file, JSON.stringify(content))
  return file
}

test.each(RULE_TEMPLATES)(
  'the file of the template %s is read as the rule that it was made of',
  async (name) => {
    const made = EXAMPLES_OF_TEMPLATES[name].make({ fromDay: '2027-01-01' as LocalDate, toDay: null })
    const file = await fileOf(writtenDefinition(made, 'RUB'))
    expect(checkDefinition(await readDefinition(file), 'RUB')).toEqual(made)
  },
)

test.each<[string, object, string]>([
  ['a field that there is not', { name: { en: 'x', ru: 'x' }, schedul: {} }, 'schedule is missing'],
  [
    'a misspelled one',
    { name: {}, schedule: { fromday: '' }, give: [] },
    'schedule.fromday is no field of a rule; did you mean fromDay?',
  ],
  [
    'points that are no digits',
    { name: {}, schedule: {}, give: [{ pointsFixed: 10 }] },
    'give.0.pointsFixed must be digits in quotes',
  ],
  ['a text in place of a list', { name: {}, schedule: {}, give: 'x' }, 'give must be a list'],
])('%s is named', async (_says, content, problem) => {
  await expect(readDefinition(await fileOf(content))).rejects.toThrow(problem)
})

test('a rule goes from a template to its end, by its own member alone', async () => {
  const template = await rule(['template', 'happy-hours'])
  expect(template).toMatchObject({ code: 0, stderr: '' })
  const file = await fileOf(JSON.parse(template.stdout))
  const drafted = await rule(here('draft', file, '--template', 'happy-hours', '--json'))
  expect(drafted).toMatchObject({ code: 0, stderr: '' })
  const [{ id, status, sentence }] = JSON.parse(drafted.stdout).rules
  expect([status, sentence]).toEqual(['DRAFT', expect.stringContaining('5')])
  const scheduled = await rule(here('schedule', id))
  expect(scheduled.stdout).toMatch(/running|scheduled/)
  const shown = await rule(here('show', id))
  expect(JSON.parse(shown.stdout)).toEqual(JSON.parse(template.stdout))
  const edited = await rule(here('edit', id, '--file', file, '--version', '1', '--json'))
  expect(JSON.parse(edited.stdout).rules).toMatchObject([{ version: 2 }])
  const again = await rule(here('edit', id, '--file', file, '--version', '1'))
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('[RULE_CHANGED]') })
  const foreign = await rule(here('end', id), town.member('cafe').apiKey)
  expect(foreign).toMatchObject({ code: 1, stdout: '' })
  const ended = await rule(here('end', id, '--lang', 'ru'))
  expect(ended.stdout).toContain('закончено')
  const listed = await rule(here('list', '--json'), '')
  expect(JSON.parse(listed.stdout).rules).toMatchObject([{ id, member: 'wash', status: 'ENDED' }])
  const tried = await rule(here('dry-run', file, '--member', 'wash'), '')
  expect(tried.stdout).toContain('0 of 0 purchases')
  expect(await rule(['template', 'nothing'])).toMatchObject({ code: 2 })
})
