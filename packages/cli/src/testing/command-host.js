import { Readable } from 'node:stream'
import { loadProgram } from '../../bin/load-program.js'

// A process that has the program loaded and runs the lines that its parent sends, one after another. Each finds the
// environment, the folder and the input that it was given, and what it writes and returns goes back.

const { runArtel } = await loadProgram()
/** Of a command alone: what it listens to ends with it, or the next one would be told twice. */
const OF_A_COMMAND = ['uncaughtException', 'SIGINT', 'SIGTERM', 'SIGHUP']

async function runLine({ args, env, cwd, stdin }) {
  const said = { stdout: '', stderr: '' }
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(cwd)
  process.argv.splice(2, Infinity, ...args)
  Object.defineProperty(process, 'stdin', { value: Readable.from([stdin]), configurable: true })
  for (const name of ['stdout', 'stderr'])
    process[name].write = (chunk, encoding, done) => {
      said[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
      const told = typeof encoding === 'function' ? encoding : done
      if (told) queueMicrotask(told)
      return true
    }
  const code = await runArtel(args)
  for (const event of OF_A_COMMAND) process.removeAllListeners(event)
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error')
  return { code, ...said }
}

process.on('message', async (line) => process.send(await runLine(line)))
process.on('disconnect', () => process.exit(0))
process.send('ready')
