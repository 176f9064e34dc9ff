import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliError } from '../cli-error.ts'

/** Asks questions on the terminal, one after another; without a terminal the answers are the lines of the input. */
export interface Prompter {
  /** The answer to a question, trimmed. Throws CliError when the input has ended. */
  ask(question: string): Promise<string>
  /** The same without showing what is typed, and as it was typed. */
  askSecret(question: string): Promise<string>
  close(): void
}

/** Opens the questions. They go to stderr: what a program reads of the command is on stdout. */
export function openPrompter(input: NodeJS.ReadStream = process.stdin): Prompter {
  // Shown is only what answers a question that may be seen: who types or pastes ahead may be at the password already.
  let isShown = false
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (isShown) process.stderr.write(chunk)
      done()
    },
  })
  const terminal = input.isTTY === true
  // A history would bring a password back by the arrow keys.
  const lines = createInterface({ input, output, terminal, historySize: 0 })
  // At once, and not when the answer is looked at: the next line may be in the same piece of input.
  lines.on('line', () => {
    isShown = false
  })
  const answers = lines[Symbol.asyncIterator]()
  const next = async (question: string, isSecret: boolean): Promise<string> => {
    isShown = !isSecret
    if (isSecret || !terminal) process.stderr.write(question)
    // On a terminal the question is the prompt: what is typed is drawn again behind it.
    lines.setPrompt(isSecret ? '' : question)
    if (terminal) lines.prompt()
    const { value, done } = await answers.next()
    isShown = false
    if (isSecret && terminal) process.stderr.write('\n')
    if (done) throw new CliError('The input ended before the answer.', { ru: 'Ввод кончился раньше ответа.' })
    return value
  }
  return {
    ask: async (question) => (await next(question, false)).trim(),
    askSecret: (question) => next(question, true),
    close: () => lines.close(),
  }
}
