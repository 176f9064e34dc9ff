import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

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
}
/** One name of a path: no dot files, no `..`, nothing percent-encoded left to surprise. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/

export interface FileRoot {
  /** Absolute directory; nothing outside it is ever served. */
  readonly directory: string
  readonly headers: Readonly<Record<string, string>>
}

/** Serves one file below a root. Resolves to false, with nothing sent, when there is no such file. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path }: { root: FileRoot; path: string },
): Promise<boolean> {
  const type = TYPES[extname(path)]
  if (!type || !path.split('/').every((name) => NAME.test(name))) return false
  const file = await fileBelow(root.directory, path)
  if (!file) return false
  const etag = `W/"${file.size.toString(36)}-${Math.trunc(file.mtimeMs).toString(36)}"`
  const headers = { ...root.headers, 'content-type': type, etag, 'x-content-type-options': 'nosniff' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return true
  }
  response.writeHead(200, { ...headers, 'content-length': file.size })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file.path), response)
  return true
}

/** The file of a path, links resolved, when it lies below the directory. */
async function fileBelow(directory: string, path: string) {
  try {
    const root = await realpath(directory)
    const resolved = await realpath(join(root, path))
    if (!resolved.startsWith(root + sep)) return undefined
    const { size, mtimeMs, isFile } = await fileStat(resolved)
    return isFile ? { path: resolved, size, mtimeMs } : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

async function fileStat(path: string) {
  const stats = await stat(path)
  return { size: stats.size, mtimeMs: stats.mtimeMs, isFile: stats.isFile() }
}
