/** What a code means and what to do about it: the registry behind the page of codes and the README's table. */
export interface ErrorCode {
  /** HTTP status when the whole request failed with it; null for refusals, which are answers (200). */
  readonly status: number | null
  readonly retryable: boolean
  readonly meaning: string
  readonly remedy: string
}

const refusal = (meaning: string, remedy: string): ErrorCode => ({
  status: null,
  retryable: false,
  meaning,
  remedy,
})
const failure = (status: number, meaning: string, remedy: string): ErrorCode => ({
  status,
  retryable: false,
  meaning,
  remedy,
})
const passing = (status: number, meaning: string, remedy: string): ErrorCode => ({
  status,
  retryable: true,
  meaning,
  remedy,
})

export const ERROR_CODES: Readonly<Record<string, ErrorCode>> = {
  INVALID_INPUT: refusal('A field of the input is against its rule.', 'The path leads to the field.'),
  NOT_FOUND: refusal(
    'There is no such thing, or you may not see it.',
    'Check the id and that the key belongs to the right coalition.',
  ),
  ALREADY_EXISTS: refusal(
    'A handle, phone, e-mail, reference or key id is taken.',
    'Use the existing object, or another value.',
  ),
  MEMBER_NOT_ACTIVE: refusal(
    "The member's status does not allow this.",
    'Accept the terms, or ask the coalition.',
  ),
  MEMBER_HAS_OBLIGATIONS: refusal('The member owes, is owed, or its points are out.', 'Settle first.'),
  TERMS_NOT_OPEN: refusal(
    'The version of the terms is withdrawn, or binds already.',
    'Read the versions again; propose a new one to change what binds.',
  ),
  TERMS_NOT_ACCEPTED: refusal(
    'The member has not accepted the terms in force.',
    'Have it accept `terms` with its own key first.',
  ),
  CREDIT_LIMIT_REACHED: refusal(
    'The member owes as much as the terms allow and gives no more points. Spending is not affected.',
    'Pay what is owed, or have the coalition change the limit.',
  ),
  SALE_NEEDS_APPROVAL: refusal(
    'The sale passes the credit limit, and the coalition was asked to approve it.',
    'Send the sale again with a new key once it has.',
  ),
  SALE_TOO_LATE: refusal(
    'The sale is handed in after the days agreed.',
    'Ask the coalition to approve it, then send it again with a new key.',
  ),
  MEMBER_EXIT_INCOMPLETE: refusal(
    "Closing now would strand customers' points, or leave what they may cost without cover.",
    'Do what `missing` names.',
  ),
  EXIT_NOTICE_STANDS: refusal(
    'The notice of the member cannot be taken back any more, or not by this caller.',
    '`because` says why; what the coalition said, an administrator takes back.',
  ),
  COALITION_WINDING_DOWN: refusal(
    'The coalition winds down: nothing new is agreed.',
    'Points can be spent until `endsAt`.',
  ),
  CUSTOMER_CLOSED: refusal(
    'The customer has left the coalition, or was merged into another one.',
    'Use `mergedIntoId`, or enrol the customer again.',
  ),
  CUSTOMER_HAS_OPEN_HOLDS: refusal(
    'A customer cannot be merged away while members hold its points.',
    'Capture or void the holds, or wait until they time out.',
  ),
  NOT_SAME_HOUSEHOLD: refusal(
    'Points change hands within a household alone.',
    'Put both customers into one household first.',
  ),
  ADJUSTMENT_NOT_OPEN: refusal(
    'Somebody decided on the adjustment before.',
    'Read the adjustment, or propose another.',
  ),
  WINDOW_STEP_OUT_OF_ORDER: refusal(
    'An earlier step of the window was left out.',
    'Take the steps before it first.',
  ),
  WINDOW_STEP_NOT_READY: {
    ...refusal(
      'The step is next, and something is still missing.',
      'See `missing`, and repeat, under the same key if you like.',
    ),
    retryable: true,
  },
  EARLIER_WINDOW_PENDING: refusal(
    'Windows are stated and planned in their order.',
    'Take the steps of the earlier window first.',
  ),
  DISPUTE_TOO_LATE: refusal(
    'The statement is accepted, by word or by silence.',
    'Ask the coalition for an adjustment.',
  ),
  DISPUTE_RESOLVED_ALREADY: refusal('Somebody decided on the dispute before.', 'Read the dispute.'),
  PLAN_CHANGED: refusal('What was approved is not what the plan is now.', 'Propose and read the plan again.'),
  PLAN_APPROVER_IS_PROPOSER: refusal('A plan takes two people.', 'Have another person approve it.'),
  PLAN_APPROVED_ALREADY: refusal('The plan has your approval.', 'It needs that of one person more.'),
  PAYMENT_LEG_CLOSED: refusal(
    'The missed payment is a receivable by now.',
    'Record the money against the later plan.',
  ),
  WRITE_OFF_EXCEEDS_RECEIVABLE: refusal(
    'More is to be given up than the member owes.',
    'Write off at most `owed`.',
  ),
  BANK_FILE_UNREADABLE: refusal("The bank's file is of no known format, or broken.", 'Export it again.'),
  BANK_DETAILS_MISSING: refusal(
    'A document needs what is not known of a party yet.',
    'Set the legal and bank details of the party.',
  ),
  APPROVER_IS_PROPOSER: refusal(
    'An adjustment above the limit takes two people.',
    'Have another person approve it with a key of their own.',
  ),
  INSUFFICIENT_POINTS: refusal(
    'Fewer points are spendable now than were asked for.',
    'Ask for at most `available`.',
  ),
  POINTS_SHARE_EXCEEDED: refusal(
    'The terms cap the share of a bill payable in points.',
    'Ask for at most `maxPoints`.',
  ),
  TOKEN_CAP_EXCEEDED: refusal(
    'The token allows fewer points.',
    'Ask for at most `maxPoints`, or issue a token with a higher cap.',
  ),
  RECEIPT_ALREADY_USED: refusal(
    'One receipt of a member is one purchase.',
    'Read `purchaseId`, or use another receipt.',
  ),
  HOLD_NOT_OPEN: refusal(
    'The hold was captured, voided or has timed out.',
    'Read the hold, or make a new one.',
  ),
  CAPTURE_EXCEEDS_HOLD: refusal(
    'More points are asked of the hold than it holds.',
    'Ask for at most `held`.',
  ),
  REFUND_EXCEEDS_PURCHASE: refusal('More is asked back than is left.', 'Ask for at most `refundable`.'),
  IDEMPOTENCY_KEY_MISMATCH: refusal(
    'The key was used before with another request.',
    'Repeat that request exactly, or use a new key.',
  ),
  CLOCK_NOT_MOVABLE: refusal("Only a sandbox's clock can be moved.", 'Open a TEST coalition.'),
  UNAUTHENTICATED: failure(
    401,
    'No key, or one that is not accepted.',
    'The message says what is wrong with it.',
  ),
  TOKEN_EXPIRED: failure(401, "The customer's token has expired.", 'Fetch a new one from your server.'),
  FORBIDDEN: failure(
    403,
    'This kind of caller, or a key without the scope, may not do this.',
    'Use a key with the scope named.',
  ),
  INTROSPECTION_DISABLED: failure(
    403,
    'The schema is not shown to this caller.',
    'Read schema.graphql, or use a developer key.',
  ),
  PERSISTED_OPERATION_REQUIRED: failure(
    403,
    'A customer token runs persisted operations only.',
    'Send `documentId`.',
  ),
  PERSISTED_OPERATION_NOT_FOUND: failure(404, 'No persisted operation has this id.', 'Update the widget.'),
  BAD_REQUEST: failure(400, 'The HTTP request is not a GraphQL request.', 'The message says what is wrong.'),
  BAD_USER_INPUT: failure(400, 'A value does not fit its type.', 'The message names the value.'),
  GRAPHQL_PARSE_FAILED: failure(400, 'The document is not GraphQL.', 'The location points at the place.'),
  GRAPHQL_VALIDATION_FAILED: failure(400, 'The document does not fit the schema.', 'Check names and types.'),
  OPERATION_RESOLUTION_FAILURE: failure(400, 'No such operation in the document.', 'Check `operationName`.'),
  QUERY_TOO_COMPLEX: failure(
    400,
    'The document asks for too much at once.',
    'Split it; the message names the limit.',
  ),
  NOT_ACCEPTABLE: failure(
    406,
    'The caller accepts no form of JSON.',
    'Send accept: application/graphql-response+json, or no such header.',
  ),
  UNSUPPORTED_MEDIA_TYPE: failure(415, 'The body is not JSON.', 'Send content-type: application/json.'),
  REQUEST_TOO_LARGE: failure(413, 'The body is larger than 1 MB.', 'Split the request.'),
  OVERLOADED: passing(
    503,
    'Too many commands are waiting; nothing was written.',
    'Retry after Retry-After with the same key.',
  ),
  UNAVAILABLE: passing(503, 'The database cannot be reached.', 'Retry after Retry-After with the same key.'),
  INTERNAL_SERVER_ERROR: passing(
    500,
    'Something went wrong on our side.',
    'Retry with the same key; report the request id.',
  ),
}
