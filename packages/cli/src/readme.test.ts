import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkLine } from './command/check-line.ts'
import { chosenAction } from './command/chosen-action.ts'
import { COMMANDS } from './commands/command-table.ts'
import { STEP_ACTIONS } from './settle/step-actions.ts'

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
const commands = new Map(
  await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const)),
)

/** The first cells of the table under a head. */
function firstCells(head: string): string[] {
  const [, table = ''] = readme.split(`| ${head} |`)
  const rows = table.slice(0, table.indexOf('\n\n')).matchAll(/^\| (`.*?`(?:, `.*?`)*) \|/gm)
  return [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|')),
  )
}

/** Its lines are of a shell, and `backup.test.ts` runs them. */
const RUN_WHOLE = 'operations.md'

/** The option that stands for another by its denial. */
const plainName = (option: string): string => option.replace(/^--(?:no-)?/, '')

test('the table of commands has every command, with actions and options that it takes', () => {
  const cells = firstCells('command | does | exit code 1 when')
  expect(new Set(cells.map((cell) => cell.split(' ')[0]))).toEqual(new Set([...commands.keys(), 'help']))
  for (const cell of cells) {
    const [name = '', ...rest] = cell.split(' ')
    const command = commands.get(name)
    if (!command) continue
    for (const option of cell.match(/--[a-z-]+/g) ?? [])
      expect({ cell, takes: Object.keys(command.args) }).toEqual({
        cell,
        takes: expect.arrayContaining([plainName(option)]),
      })
    // `show|propose` stands for each of its words.
    const end = rest.findIndex((word) => !/^[a-z][a-z|-]*$/.test(word))
    const words = rest.slice(0, end < 0 ? rest.length : end)
    if (Object.keys(command.actions).length === 0) continue
    const [last = '', ...first] = words.toReversed()
    for (const one of last.split('|').filter((word) => word !== ''))
      expect({ cell, one, ...chosenAction(command, [...first, one]) }).toMatchObject({
        name: [...first, one].join(' '),
      })
  }
})

test('the table of steps has every step of settle, with options that it takes', () => {
  const cells = firstCells('step | key | does')
  expect(cells.map((cell) => cell.split(' ')[0])).toEqual(Object.keys(STEP_ACTIONS))
  const settle = commands.get('settle')
  for (const cell of cells) {
    const [step = ''] = cell.split(' ')
    const action = settle?.actions[step]
    for (const option of cell.match(/--[a-z-]+/g) ?? [])
      expect([...(action?.takes ?? []), ...(action?.needs ?? [])], cell).toContain(plainName(option))
  }
})

test('every line of a page that runs artel is one that it takes', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const pages = ['README.md', 'README.ru.md'].concat(
    readdirSync(`${root}docs`)
      .filter((name) => name.endsWith('.md') && name !== RUN_WHOLE)
      .map((name) => `docs/${name}`),
  )
  const lines = pages.flatMap((page) => {
    const text = readFileSync(root + page, 'utf8')
    const fences = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) =>
      code.replaceAll('\\\n', ' '),
    )
    return fences
      .flatMap((code) => code.split('\n'))
      .flatMap((line) => /npm run (?:-s )?artel -- ([^>|#&)]+)/.exec(line)?.[1] ?? [])
      .map((line) => ({ page, words: line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [] }))
  })
  expect(lines.length).toBeGreaterThanOrEqual(5)
  for (const { page, words } of lines) {
    const [name = '', ...typed] = words
    const command = commands.get(name)
    if (!command) throw new Error(`${page} runs artel ${name}, which there is not`)
    expect(() => checkLine(command, typed, 'en'), `${page}: artel ${words.join(' ')}`).not.toThrow()
  }
})

test('an option that the text names is one of a command', () => {
  const known = new Set(
    ['help', 'version'].concat([...commands.values()].flatMap(({ args }) => Object.keys(args))),
  )
  for (const [option] of readme.matchAll(/(?<=[`\s])--[a-z][a-z-]+/g))
    expect(known.has(plainName(option)), option).toBe(true)
})
