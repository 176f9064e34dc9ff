import { spawn } from 'node:child_process'

/** A command that failed, with all that it printed. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {string} output
   * @param {string} why
   */
  constructor(command, output, why) {
    super(`${command} ${why}`)
    this.output = output
  }
}

/**
 * Runs a command to its end with its output kept back; the promise fails with the output when the command does.
 * Killing this process ends the command too: it shares the terminal's process group.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 * @returns {Promise<string>} everything printed, stdout and stderr together
 */
export function runQuietly(command, args, { cwd, env = process.env, onLine }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString('utf8')
      output += text
      if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line.trim())
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) =>
      reject(new CommandFailed(command, output, `did not start: ${error.message}`)),
    )
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else
        reject(
          new CommandFailed(
            [command, ...args].join(' '),
            output,
            signal ? `was stopped by ${signal}` : `exited with ${code}`,
          ),
        )
    })
  })
}
