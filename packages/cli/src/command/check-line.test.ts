import { describe, expect, it, test } from 'vitest'
import { UsageError } from '../cli-error.ts'
import { COMMANDS } from '../commands/command-table.ts'
import { checkLine } from './check-line.ts'
import { argumentsOf, isNeeded } from './chosen-action.ts'
import type { Action, Argument, Command } from './define-command.ts'
import { nearestWord } from './nearest-word.ts'

const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))

/** Every command without actions, and every action of the others. */
const lines = commands.flatMap(
  (command): { called: string; command: Command; action: Action | undefined; words: string[] }[] => {
    const actions = Object.entries(command.actions)
    if (actions.length === 0) return [{ called: command.name, command, action: undefined, words: [] }]
    return actions.map(([name, action]) => ({
      ...{ called: `${command.name} ${name}`, command, action, words: name.split(' ') },
    }))
  },
)

const SAMPLES = [
  '7',
  '2026',
  '2026-08-01',
  '2026-01-05T09:00:00Z',
  `7:${'a'.repeat(64)}`,
  'DONE',
  'PENDING',
  'CUSTOMER_REQUEST',
  'SPEND',
  '50/30/20',
  'HUB',
  'DEPOSIT',
  'UPHELD',
  'CASHIER',
  'happy-hours',
  'hledger',
  'csv',
  '2026-11-01T00:00:00Z',
  'week',
  'RUB',
  'ru',
  'a'.repeat(64),
]
const sampleOf = ({ form }: Argument): string =>
  SAMPLES.find((text) => form?.pattern.test(text) ?? true) ?? ''

/** A line that has all that is needed and nothing else. */
function fitting(command: Command, action: Action | undefined, words: readonly string[]): string[] {
  const needed = argumentsOf(command, action).filter(([name, argument]) => isNeeded(name, argument, action))
  const positionals = needed.filter(([, { type }]) => type === 'positional')
  const options = needed.filter(([, { type }]) => type !== 'positional')
  return [
    ...words,
    ...positionals.map(([, argument]) => sampleOf(argument)),
    ...options.map(([name, argument]) => `--${name}=${sampleOf(argument)}`),
  ]
}

describe.each(lines)('artel $called', ({ command, action, words }) => {
  const line = fitting(command, action, words)
  const saying = (...more: string[]) => {
    try {
      checkLine(command, [...line, ...more], 'en')
    } catch (error) {
      if (error instanceof UsageError) return error.message
      throw error
    }
    return ''
  }
  const options = argumentsOf(command, action).filter(([, { type }]) => type !== 'positional')
  const withValue = options.filter(([, { type }]) => type !== 'boolean')

  it('takes a line that has what it needs', () => {
    expect(saying()).toBe('')
    for (const [name, argument] of options) {
      if (line.some((text) => text.startsWith(`--${name}=`))) continue
      expect(
        saying(...(argument.type === 'boolean' ? [`--${name}`] : [`--${name}`, sampleOf(argument)])),
      ).toBe('')
    }
  })

  it('refuses a misspelled option and names the one that was meant', () => {
    for (const [name, { type, default: usual }] of options) {
      if (name.length < 4) continue
      const shown = type === 'boolean' && usual === true ? `no-${name}` : name
      const misspelled = `--${shown.slice(0, -2)}${shown.at(-1)}${shown.at(-2)}`
      if (misspelled === `--${shown}`) continue
      expect(saying(misspelled, 'x')).toMatch(
        `There is no option ${misspelled} here. Did you mean "--${shown}"?`,
      )
    }
    expect(saying('--expectHead')).toMatch(/^There is no option --expectHead here\./)
    expect(saying('-x')).toMatch(/^There is no option -x here\. Known: --/)
  })

  it('refuses what nothing is expected for', () => {
    expect(saying('a b')).toMatch(/a b/)
    expect(saying('--', '--stray')).toMatch(/--stray/)
  })

  it('refuses an option that is given twice, or not as it is meant', () => {
    for (const [name, argument] of options) {
      const once = argument.type === 'boolean' ? [`--${name}`] : [`--${name}=${sampleOf(argument)}`]
      if (argument.repeats) expect(saying(...once, ...once)).toBe('')
      else expect(saying(...once, ...once)).toContain(`--${name} is given twice.`)
      if (argument.type === 'boolean') expect(saying(`--${name}=maybe`)).toContain('takes no value')
    }
  })

  it('refuses an option whose value is missing, also when another option follows', () => {
    for (const [name] of withValue) {
      const others = line.filter((text) => !text.startsWith(`--${name}=`))
      for (const more of [[`--${name}`], [`--${name}`, '--json'], [`--${name}=`], [`--${name}`, '']])
        expect(() => checkLine(command, [...others, ...more], 'en')).toThrow(`--${name} needs a value`)
    }
  })

  it('refuses a value that is not of its form', () => {
    for (const [name, { form }] of withValue) {
      if (!form) continue
      const others = line.filter((text) => !text.startsWith(`--${name}=`))
      expect(() => checkLine(command, [...others, `--${name}`, 'q?'], 'en')).toThrow(
        `--${name} must be ${form.en}; it is "q?".`,
      )
      expect(() => checkLine(command, [...others, `--${name}`, 'q?'], 'ru')).toThrow(
        `--${name} должно быть ${form.ru}`,
      )
    }
  })

  it('names all that is missing at once', () => {
    const needed = argumentsOf(command, action).filter(([name, argument]) => isNeeded(name, argument, action))
    if (needed.length === 0) return
    const missing = needed.map(([name, { type }]) =>
      type === 'positional' ? name.toUpperCase() : `--${name}`,
    )
    expect(() => checkLine(command, words, 'en')).toThrow(`Missing: ${missing.join(', ')}.`)
  })

  it('refuses an option of another action', () => {
    const own = new Set(options.map(([name]) => name))
    for (const [name, argument] of Object.entries(command.args)) {
      if (own.has(name) || argument.type === 'positional') continue
      const typed = argument.type === 'boolean' ? `--${name}` : `--${name}=${sampleOf(argument)}`
      expect(saying(typed)).toContain(`--${name} belongs to: `)
    }
  })
})

test('an action that is not known is refused with the one that was meant', () => {
  const settle = commands.find(({ name }) => name === 'settle')
  const member = commands.find(({ name }) => name === 'member')
  if (!settle || !member) throw new Error('settle and member are commands')
  expect(() => checkLine(settle, ['clsoe'], 'en')).toThrow('Did you mean "settle close"?')
  expect(() => checkLine(member, ['exit', 'notcie'], 'en')).toThrow('Did you mean "member exit notice"?')
  expect(() => checkLine(member, [], 'ru')).toThrow('У «artel member» нужно назвать действие.')
})

test('the nearest word is within a third of the letters, swaps count once', () => {
  expect(nearestWord('--expect-haed', ['--expect-head', '--since'])).toBe('--expect-head')
  expect(nearestWord('veriyf', ['serve', 'verify'])).toBe('verify')
  expect(nearestWord('weather', ['coverage', 'ageing'])).toBeUndefined()
})
