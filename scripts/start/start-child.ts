import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A process that the demo started. */
export interface Child {
  readonly name: string
  /** Resolves when it ends, however it does, with one line that says how. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

export interface ChildOptions {
  readonly name: string
  readonly cwd: string
  /** Arguments of Node.js: the program, and what it gets. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What it prints goes here, anew at every start. */
  readonly logFile: string
}

const STOP_LIMIT_MS = 6_000
const leaveWithParent = new URL('./leave-with-parent.js', import.meta.url).href

/** Starts a Node.js program that ends with this process, in a process group of its own and with its output in a file. */
export function startChild({ name, cwd, args, env, logFile }: ChildOptions): Child {
  mkdirSync(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(process.execPath, ['--import', leaveWithParent, ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${name} did not start: ${error.message}`))
    child.once('exit', (code, signal) =>
      resolve(`${name} ended (${signal ?? `exit ${code}`}): ${lastLine(logFile)}`),
    )
  })
  // Nobody is left to restart what the demo cannot do without; killed here at the latest when this process exits.
  const killWithThisProcess = () => child.kill('SIGKILL')
  process.once('exit', killWithThisProcess)
  return { name, ended, stop: () => stopChild(child, ended, killWithThisProcess) }
}

async function stopChild(child: ChildProcess, ended: Promise<string>, onExit: () => void): Promise<void> {
  child.kill('SIGTERM')
  const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(deadline)
  process.off('exit', onExit)
}

/** The last thing a program said, for the line that tells of its end. */
function lastLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  return `${lines.at(-1) ?? ''} (all of it: ${logFile})`
}
