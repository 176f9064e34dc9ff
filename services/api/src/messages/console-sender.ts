import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@artel/store'
import type { Message, MessageSender } from '@artel/use-cases'

export interface ConsoleSenderOptions {
  /** Takes the lines that show each message. Default: the process's standard output. */
  readonly print?: (lines: string) => void
  /** Directory that keeps each message as a JSON file of its own, named by its time; null = none is kept. Default: null. */
  readonly folder?: string | null
}

/**
 * The sender of development: shows each message to whoever runs the process, and reaches nobody. `startApi` refuses it in
 * production, where codes and addresses must not be shown.
 */
export function consoleSender({
  print = (lines) => process.stdout.write(lines),
  folder = null,
}: ConsoleSenderOptions = {}): MessageSender {
  return {
    channels: ['SMS', 'EMAIL'],
    isForDevelopment: true,
    send: async (message) => {
      print(told(message))
      if (folder !== null) await keep(folder, message)
    },
  }
}

function told({ channel, address, subject, text }: Message): string {
  const head = subject === null ? '' : ` "${subject}"`
  return `${channel} to ${address}${head}\n${text.replace(/^/gm, '  ')}\n`
}

/** Whole or not there: whoever watches the folder never reads half a message. Those of one millisecond are in their order too, by their ids. */
async function keep(folder: string, message: Message): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${newId()}`
  const unfinished = join(folder, `.${name}`)
  await writeFile(unfinished, `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600 })
  await rename(unfinished, join(folder, `${name}.json`))
}
