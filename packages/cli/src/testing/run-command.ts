import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const HOST = fileURLToPath(new URL('./command-host.js', import.meta.url))

/** What a command came to. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** What a command finds beside its arguments. */
export interface Around {
  /** Beside the environment of the test. */
  readonly env?: NodeJS.ProcessEnv
  /** A folder outside the workspace where none is named. */
  readonly cwd?: string
  /** What is typed, and then the input ends. */
  readonly stdin?: string
}

let host: Promise<ChildProcess> | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs `artel` with these arguments, one command after another, in one process that has loaded it already: loading is
 * nearly all that a short command costs. What a process of its own adds - how it starts, ends, is interrupted, writes
 * into a pipe or a terminal - is asked where commands are started by themselves: `artel.test.ts`, `login.test.ts`.
 */
export function runCommand(args: readonly string[], around: Around = {}): Promise<Ended> {
  const ended = last.then(() => send(args, around))
  last = ended.catch(() => undefined)
  return ended
}

async function send(args: readonly string[], { env, cwd = tmpdir(), stdin = '' }: Around): Promise<Ended> {
  host ??= start()
  const child = await host
  // Whatever comes first, nothing of this command listens for the other.
  const over = new AbortController()
  const answered = Promise.race([
    once(child, 'message', over),
    once(child, 'exit', over).then(([code, signal]) => {
      throw new Error(`artel ${args.join(' ')} ended the process of all commands: ${code ?? signal}`)
    }),
  ]).finally(() => over.abort())
  child.send({ args, env: { ...process.env, ARTEL_DEBUG: '', ...env }, cwd, stdin })
  const [ended] = await answered
  return ended
}

async function start(): Promise<ChildProcess> {
  const child = fork(HOST, { execArgv: [] })
  child.once('exit', () => {
    host = undefined
  })
  await once(child, 'message')
  // It ends with the tests, and keeps them from ending no more than a command that has ended would.
  child.unref()
  child.channel?.unref()
  return child
}
