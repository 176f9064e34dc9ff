import { describe, expect, it, test } from 'vitest'
import { COMMANDS } from '../commands/command-table.ts'
import type { Described } from './define-command.ts'
import { describeAll, describeCommand } from './describe-command.ts'
import { LANG } from './standing-options.ts'

const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
const WHOLE = { name: undefined, action: undefined }

describe.each(commands)('help of artel $name', (command) => {
  const parts: [string, Described][] = [
    ['itself', command],
    ...Object.entries(command.args).map(([name, argument]): [string, Described] => [`--${name}`, argument]),
    ...Object.entries(command.actions),
  ]
  it.each(parts)('describes %s in English and in Russian', (_, { description, ru }) => {
    expect(description).toMatch(/[a-z]{2}/)
    expect(description).not.toMatch(/[а-я]/i)
    // A list of the words that a command takes is the same in every language.
    if (!/^[a-z, -]+$/.test(ru)) expect(ru).toMatch(/[а-я]{2}/i)
  })

  it.each(Object.entries(command.args).filter(([, { form }]) => form))(
    'tells the form of %s in both',
    (_, { form }) => {
      expect(form?.en).not.toMatch(/[а-я]/i)
      expect(form?.ru).toMatch(/[а-я]{2}/i)
    },
  )

  it('names all its actions and options, and fits a page', () => {
    for (const language of ['en', 'ru'] as const) {
      const help = describeCommand(command, WHOLE, language)
      for (const name of Object.keys(command.actions)) expect(help).toMatch(new RegExp(`^ {2}${name} `, 'm'))
      for (const [name, { type }] of Object.entries(command.args))
        if (type !== 'positional') expect(help).toMatch(new RegExp(`^ {2}--(?:no-)?${name}\\b`, 'm'))
      // Only the sentence at the head may be wider.
      for (const line of help.split('\n').slice(1)) expect([...line].length).toBeLessThanOrEqual(100)
      for (const [name, action] of Object.entries(command.actions))
        expect(describeCommand(command, { name, action }, language)).toContain(
          `artel ${command.name} ${name}`,
        )
    }
  })
})

test('help of everything names every command in both languages', () => {
  for (const language of ['en', 'ru'] as const) {
    const help = describeAll(commands, LANG, language)
    for (const name of Object.keys(COMMANDS)) expect(help).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  }
})

test('commands are called what they are listed as', () => {
  expect(commands.map(({ name }) => name)).toEqual(Object.keys(COMMANDS))
})
