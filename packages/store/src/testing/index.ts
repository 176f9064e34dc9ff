export { freePort } from '../embedded/free-port.ts'
export { asSuperuser } from './as-superuser.ts'
export { createTestDatabase, type TestDatabase } from './create-test-database.ts'
export { type HeldTable, holdTable } from './hold-table.ts'
export {
  findPostgresPrograms,
  type InstalledPostgres,
  NO_POSTGRES_PROGRAMS,
  type PostgresPrograms,
  startInstalledPostgres,
} from './installed-postgres.ts'
export { needs } from './needs.ts'
export { findPgBouncer, NO_PGBOUNCER, type PgBouncer, startPgBouncer } from './pgbouncer.ts'
export { verifyBooks } from './verify-books.ts'
