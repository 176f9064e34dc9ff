import { createServer } from 'node:net'
import { CliError } from './cli-error.ts'

/** The TCP port that the environment asks for; throws a line when it is not a port. */
export function portFromEnvironment(env: NodeJS.ProcessEnv = process.env): number {
  if (env.PORT === undefined || env.PORT === '') return 4000
  const port = Number(env.PORT)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new CliError(`PORT must be a number from 1 to 65535; it is "${env.PORT}".`, {
    ru: `PORT должен быть числом от 1 до 65535; сейчас "${env.PORT}".`,
  })
}

/** The address that the environment asks to listen on; this machine alone without one. */
export function hostFromEnvironment(env: NodeJS.ProcessEnv = process.env): string {
  return env.HOST || '127.0.0.1'
}

/** The TCP port that a flag or a variable asks for, 0 for any free one; throws a line when it is not a port. */
export function portOf(name: string, text: string): number {
  const port = Number(text)
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new CliError(`${name} must be a number from 0 to 65535; it is "${text}".`, {
    ru: `${name} - число от 0 до 65535; сейчас "${text}".`,
  })
}

/** Whether nothing listens on the port, on any address of this machine. */
export async function portIsFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined
}

/** A port that was free a moment ago. */
export async function anyFreePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === undefined)
    throw new CliError('This machine has no free TCP port.', {
      ru: 'На этой машине нет свободного порта TCP.',
    })
  return port
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
