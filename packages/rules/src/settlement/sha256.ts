/** SHA-256 of some bytes: 32 bytes. The shell brings it, since hashing is no business of the rules. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** A running SHA-256. `createHash('sha256')` of Node is one. */
export interface HashSink {
  update(bytes: Uint8Array): unknown
  /** Ends it: 32 bytes. */
  digest(): Uint8Array
}

/** Bytes as hex in lower case. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
