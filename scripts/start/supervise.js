import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryRoot } from './repository-root.js'

/** Two signals closer than this are one key press: npm hands the terminal's Ctrl-C on to a process that had it already. */
const ECHO_MS = 400
const FORCED_EXIT_MS = 3_000

/**
 * Runs a TypeScript program in a process group of its own and passes stop requests on as messages, so
 * that a Ctrl-C reaches nobody but this process and everything can be taken down in order. When this process dies, even
 * by `kill -9`, the channel breaks and the program takes itself down.
 * @param {string} program path below the repository's root
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function supervise(program, args) {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(repositoryRoot, program), ...args],
    { cwd: repositoryRoot, detached: true, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  )
  let askedAt = 0
  const stop = () => {
    const now = Date.now()
    if (askedAt === 0) {
      askedAt = now
      if (child.connected) child.send('stop')
    } else if (now - askedAt > ECHO_MS) {
      if (child.connected) child.send('stop-now')
      setTimeout(() => child.kill('SIGKILL'), FORCED_EXIT_MS).unref()
    }
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
  const orphaned = watchForOrphaning(stop)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      clearInterval(orphaned)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

/** Under npm, the death of npm (a killed terminal, a `kill` of the job) must stop what it started. */
function watchForOrphaning(/** @type {() => void} */ stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  return setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500)
}
