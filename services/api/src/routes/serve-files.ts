import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Exchange } from '../http/exchange.ts'
import { sendNotFound } from '../http/send-json.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.tgz': 'application/gzip',
}
/** A name in a path: no dot files, no `..`, no percent-encoded characters. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/

/** A directory whose files are served. */
export interface FileRoot {
  /** Absolute path. No file outside of it is served, also not through a link. */
  readonly directory: string
  /** The path below which the files are, with a slash at its end. */
  readonly prefix: string
  readonly headers: Readonly<Record<string, string>>
}

/** Serves the file of a root that `name` names, by default the one in the request's path; 404 when there is none. */
export async function serveFile(
  { request, response, path }: Exchange,
  root: FileRoot | null,
  name?: string,
): Promise<void> {
  const file = root && (await findFile(root, name ?? path.slice(root.prefix.length)))
  if (!file) return sendNotFound(response)
  const etag = `W/"${file.size.toString(36)}-${Math.trunc(file.mtimeMs).toString(36)}"`
  const headers = { ...root.headers, 'content-type': file.type, etag, 'x-content-type-options': 'nosniff' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-length': file.size })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file.path), response)
}

/** Finds a file of a known type below the root's directory, after links are resolved. */
async function findFile({ directory }: FileRoot, name: string) {
  const type = TYPES[extname(name)]
  if (!type || !name.split('/').every((part) => NAME.test(part))) return undefined
  try {
    const root = await realpath(directory)
    const path = await realpath(join(root, name))
    if (!path.startsWith(root + sep)) return undefined
    const stats = await stat(path)
    return stats.isFile() ? { path, type, size: stats.size, mtimeMs: stats.mtimeMs } : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}
