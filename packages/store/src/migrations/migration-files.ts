import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const PRISMA_DIR = fileURLToPath(new URL('../../prisma/', import.meta.url))

/** The committed migrations in the shape that Prisma's engine takes. */
export async function readMigrationList() {
  const baseDir = `${PRISMA_DIR}migrations`
  const entries = await readdir(baseDir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(`${baseDir}/${name}/migration.sql`, 'utf8') },
      },
    })),
  )
  const lockfile = await readFile(`${baseDir}/migration_lock.toml`, 'utf8')
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    migrationDirectories,
  }
}

/** The committed Prisma schema, one file a noun. */
export async function readSchemaFiles(): Promise<{ path: string; content: string }[]> {
  const directory = `${PRISMA_DIR}schema`
  const names = (await readdir(directory)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(
    names.map(async (name) => ({
      path: `${directory}/${name}`,
      content: await readFile(`${directory}/${name}`, 'utf8'),
    })),
  )
}
