import { GraphQLError } from 'graphql'

/** Codes of failures of the request itself, in `errors[].extensions.code`. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'TOKEN_EXPIRED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'BAD_REQUEST'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'NOT_ACCEPTABLE'
  | 'QUERY_TOO_COMPLEX'
  | 'PERSISTED_OPERATION_REQUIRED'
  | 'PERSISTED_OPERATION_NOT_FOUND'
  | 'INTROSPECTION_DISABLED'

const STATUS: Record<RequestErrorCode, number> = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NOT_ACCEPTABLE: 406,
  QUERY_TOO_COMPLEX: 400,
  PERSISTED_OPERATION_REQUIRED: 403,
  PERSISTED_OPERATION_NOT_FOUND: 404,
  INTROSPECTION_DISABLED: 403,
}

/** Makes the error that a request fails with. `message` says what to do and holds neither secrets nor personal data. */
export function requestError(code: RequestErrorCode, message: string): GraphQLError {
  const status = STATUS[code]
  const headers = status === 401 ? { 'www-authenticate': 'Bearer realm="artel"' } : undefined
  return new GraphQLError(message, {
    extensions: { code, retryable: false, http: headers ? { status, headers } : { status } },
  })
}
