import { CliError } from '../cli-error.ts'

/** The time that a variable names, milliseconds; throws a line when it is none or longer than `most`. */
export function millisecondsOf(name: string, text: string, most: number): number {
  const milliseconds = Number(text)
  if (/^\d+$/.test(text) && milliseconds <= most) return milliseconds
  throw new CliError(`${name} must be a number of milliseconds from 0 to ${most}; it is "${text}".`, {
    ru: `${name} должен быть числом миллисекунд от 0 до ${most}; сейчас "${text}".`,
  })
}
