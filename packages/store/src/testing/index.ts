export { asSuperuser } from './as-superuser.ts'
export { createTestDatabase, type TestDatabase } from './create-test-database.ts'
export { type HeldTable, holdTable } from './hold-table.ts'
