import { createServer } from 'node:net'
import { EmbeddedServerFailed } from './errors.ts'

/** A port of the loopback address that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new EmbeddedServerFailed('find a port', '')
  return address.port
}
