export { DataDirectoryUnwritable, EmbeddedServerFailed } from './embedded/errors.ts'
export { type EmbeddedServer, startEmbedded } from './embedded/start-embedded.ts'
export { migrate } from './migrations/migrate.ts'
export { openStore, type Store } from './store.ts'
