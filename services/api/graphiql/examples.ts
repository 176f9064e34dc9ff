/** The tabs that GraphiQL opens with: each runs as it stands but for the key and the ids. */
export const EXAMPLES: { query: string; variables?: string }[] = [
  {
    query: `# Who am I? With a key above, press Ctrl-Enter.
query Viewer {
  viewer {
    kind
    scopes
    coalition { id name mode now pointsName }
    member { id name status }
  }
}
`,
  },
  {
    query: `# Enrol a customer at your shop (a member's key).
mutation Enrol($input: CustomerEnrolInput!) {
  customerEnrol(input: $input) {
    __typename
    ... on CustomerEnrolPayload { customer { id name phone card { number } } }
    ... on UserError { code message path docUrl }
  }
}
`,
    variables: `{
  "input": { "name": "Anna", "phone": "8 (912) 345-67-89", "consentVersion": "2026-01" }
}`,
  },
  {
    query: `# Record a sale: its money part earns, its points part redeems.
# Send it twice: the second answer is the first one, replayed.
mutation Record($input: PurchaseRecordInput!) {
  purchaseRecord(input: $input) {
    __typename
    ... on PurchaseRecordPayload {
      replayed
      balanceAfter
      purchase { id receiptRef pointsEarned pointsRedeemed moneyPart { amountMinor currency } }
    }
    ... on UserError { code message path docUrl }
  }
}
`,
    variables: `{
  "input": {
    "customer": { "phone": "+7 912 345-67-89" },
    "receiptRef": "R-1001",
    "total": { "amountMinor": "2000000" },
    "idempotencyKey": "R-1001"
  }
}`,
  },
  {
    query: `# A repair order: hold points at drop-off, capture the final bill, or void.
mutation HoldPoints($hold: HoldCreateInput!) {
  holdCreate(input: $hold) {
    __typename
    ... on HoldCreatePayload { hold { id points status expiresAt } replayed }
    ... on InsufficientPointsError { available requested }
    ... on UserError { code message path docUrl }
  }
}

mutation Capture($capture: HoldCaptureInput!) {
  holdCapture(input: $capture) {
    __typename
    ... on HoldCapturePayload { balanceAfter hold { status } purchase { id pointsRedeemed pointsEarned } }
    ... on UserError { code message path docUrl }
  }
}
`,
    variables: `{
  "hold": {
    "customer": { "phone": "+7 912 345-67-89" },
    "orderRef": "WO-77",
    "bill": { "amountMinor": "100000" },
    "points": "300",
    "idempotencyKey": "WO-77-hold"
  },
  "capture": {
    "holdId": "hld_...",
    "receiptRef": "R-1002",
    "total": { "amountMinor": "90000" },
    "idempotencyKey": "WO-77-capture"
  }
}`,
  },
  {
    query: `# What the books say: your position, and the proof that every point is covered.
query Books {
  viewer {
    member { name clearingPosition { owes { rounded { amountMinor } } isOwed { rounded { amountMinor } } net { amountMicros } } }
    coalition {
      coverage { covered outstandingPoints required { amountMicros } reserve { amountMicros } contingent { amountMicros } }
    }
  }
}
`,
  },
]
