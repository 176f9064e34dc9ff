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
  let isHidden = false
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) process.stderr.write(chunk)
      done()
    },
  })
  const terminal = input.isTTY === true
  const lines = createInterface({ input, output, terminal })
  const answers = lines[Symbol.asyncIterator]()
  const next = async (question: string, hidden: boolean): Promise<string> => {
    // On a terminal the question is the prompt: what is typed is drawn again behind it.
    if (terminal) {
      lines.setPrompt(question)
      lines.prompt()
    } else process.stderr.write(question)
    isHidden = hidden
    const { value, done } = await answers.next()
    isHidden = false
    if (hidden && terminal) process.stderr.write('\n')
    if (done) throw new CliError('The input ended before the answer.', { ru: 'Ввод кончился раньше ответа.' })
    return value
  }
  return {
    ask: async (question) => (await next(question, false)).trim(),
    askSecret: (question) => next(question, true),
    close: () => lines.close(),
  }
}
