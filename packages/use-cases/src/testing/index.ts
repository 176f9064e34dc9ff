export * from './a-coalition.ts'
export * from './sales.ts'
