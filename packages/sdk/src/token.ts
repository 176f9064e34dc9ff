export {
  generateTokenKeyPair,
  type TokenKeyPair,
  type TokenKeyPairOptions,
} from './generate-token-key-pair.ts'
export {
  type CustomerScope,
  type CustomerToken,
  type MintCustomerTokenInput,
  mintCustomerToken,
  type TokenAlgorithm,
} from './mint-customer-token.ts'
export { ConfigurationError } from './system-errors.ts'
