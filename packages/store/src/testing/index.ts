export { asSuperuser } from './as-superuser.ts'
export { createTestDatabase, type TestDatabase } from './create-test-database.ts'
