export { type ApiConfig, type SessionKeyPair, sessionKeyFromJwk } from './config.ts'
export { type Api, type ApiOptions, createApi } from './create-api.ts'
export { makeLog } from './log.ts'
export { type RunningApi, type StartApiOptions, startApi } from './start-api.ts'
