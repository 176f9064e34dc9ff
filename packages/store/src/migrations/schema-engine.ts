import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { readSchemaFiles } from './migration-files.ts'

/** The part of the global that is used: its types come with the DOM's, which a server does not have. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>
  }
}

let instantiated: Promise<void> | undefined

/** The package's own entry imports the `.wasm` as a module, which Node needs a flag for: it is instantiated by hand. */
async function instantiate(): Promise<void> {
  // The engine reports its panics to this global before it traps; without it the report itself throws.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => console.error(`schema engine: ${message}`),
    },
  })
  const bindingsPath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await readFile(bindingsPath.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

/**
 * The adapter cuts a script at every semicolon, also inside a function's body or a comment, and sends the pieces over
 * several connections. Sent whole, a migration is one implicit transaction: applied or not, never half.
 */
function sendWholeScripts<Adapter extends SqlDriverAdapter & { underlyingDriver(): unknown }>(
  adapter: Adapter,
): Adapter {
  const pool = adapter.underlyingDriver() as pg.Pool
  readCatalogueChars(adapter, pool)
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script)
    } catch (error) {
      throw asAdapterError(error)
    }
  }
  return adapter
}

const CATALOGUE_CHAR_OID = 18
const TEXT_OID = 25

/**
 * The engine reads columns of the catalogue's one-byte "char", which this version of the adapter does not know:
 * they pass through it as text and come out as what the engine asked for.
 */
function readCatalogueChars(adapter: SqlDriverAdapter, pool: pg.Pool): void {
  const charColumns = new Set<string>()
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  const queryAsText = async (...args: unknown[]) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== CATALOGUE_CHAR_OID) continue
      charColumns.add(field.name)
      field.dataTypeID = TEXT_OID
    }
    return result
  }
  Object.assign(pool, { query: queryAsText })
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql)
    const asked = (name: string | undefined, type: ColumnType): ColumnType =>
      name !== undefined && charColumns.has(name) ? ColumnTypeEnum.Character : type
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, at) => asked(result.columnNames[at], type)),
    }
  }
}

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  })
}

function migrationAdapter(pool: pg.Pool) {
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  const connectToShadowDb = factory.connectToShadowDb.bind(factory)
  factory.connect = async () => sendWholeScripts(await connect())
  factory.connectToShadowDb = async () => sendWholeScripts(await connectToShadowDb())
  return bindMigrationAwareSqlAdapterFactory(factory)
}

/**
 * Runs `work` with Prisma's own migration engine, in process: no binary is downloaded, and `prisma migrate deploy`
 * works on the same database. All its connections are closed when `work` has ended.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  instantiated ??= instantiate()
  await instantiated
  const files = await readSchemaFiles()
  const datamodels = files.map((file): [string, string] => [file.path, file.content])
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, migrationAdapter(pool))
    const result = await work(engine)
    engine.free()
    return result
  } finally {
    await pool.end()
  }
}
