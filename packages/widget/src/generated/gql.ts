/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment MemberBrand on Member {\n  id\n  name\n  brandColor\n  brandLogoUrl\n}\n\nfragment OpenHold on Hold {\n  id\n  points\n  orderRef\n  status\n  expiresAt\n  bill {\n    amountMinor\n    currency\n  }\n  member {\n    id\n    name\n  }\n}\n\nfragment Account on Customer {\n  id\n  name\n  card {\n    number\n    status\n  }\n  wallet {\n    balance\n    available\n    reserved\n    pending\n    debt\n    cursor\n    expiringSoon {\n      points\n      at\n    }\n  }\n  referral {\n    code\n    url\n    friends\n    points\n  }\n  activity(first: 5) {\n    nodes {\n      id\n      kind\n      points\n      postedAt\n      member {\n        name\n      }\n    }\n  }\n  holds {\n    ...OpenHold\n  }\n}\n\nquery WidgetAccount {\n  viewer {\n    member {\n      ...MemberBrand\n    }\n    coalition {\n      name\n      timeZone\n    }\n    customer {\n      ...Account\n    }\n  }\n}": typeof types.MemberBrandFragmentDoc,
    "subscription WidgetBalance($after: String) {\n  balanceChanged(after: $after) {\n    customer {\n      ...Account\n    }\n  }\n}": typeof types.WidgetBalanceDocument,
    "mutation WidgetCode($input: ConfirmationRequestInput!) {\n  confirmationRequest(input: $input) {\n    __typename\n    ... on ConfirmationRequestPayload {\n      confirmationId\n      maskedAddress\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}": typeof types.WidgetCodeDocument,
    "mutation WidgetHold($input: HoldCreateInput!) {\n  holdCreate(input: $input) {\n    __typename\n    ... on HoldCreatePayload {\n      replayed\n      hold {\n        ...OpenHold\n        customer {\n          ...Account\n        }\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}": typeof types.WidgetHoldDocument,
    "query WidgetQuote($input: PurchaseQuoteInput!) {\n  purchaseQuote(input: $input) {\n    __typename\n    ... on PurchaseQuote {\n      member {\n        ...MemberBrand\n      }\n      total {\n        amountMinor\n        currency\n      }\n      pointsToRedeem\n      pointsPart {\n        amountMinor\n      }\n      moneyPart {\n        amountMinor\n      }\n      pointsToEarn\n      maxPoints\n      faceValue {\n        amountMinor\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}": typeof types.WidgetQuoteDocument,
    "query OwnConsents {\n  viewer {\n    customer {\n      id\n      consents {\n        id\n        purpose\n        given\n        textVersion\n        happenedAt\n      }\n    }\n  }\n}\n\nmutation OwnConsentWithdraw($input: ConsentWithdrawInput!) {\n  consentWithdraw(input: $input) {\n    __typename\n    ... on ConsentPayload {\n      consent {\n        id\n        purpose\n        given\n        happenedAt\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}\n\nquery OwnExport {\n  customerExport {\n    format\n    exportedAt\n    complete\n    content\n  }\n}": typeof types.OwnConsentsDocument,
};
const documents: Documents = {
    "fragment MemberBrand on Member {\n  id\n  name\n  brandColor\n  brandLogoUrl\n}\n\nfragment OpenHold on Hold {\n  id\n  points\n  orderRef\n  status\n  expiresAt\n  bill {\n    amountMinor\n    currency\n  }\n  member {\n    id\n    name\n  }\n}\n\nfragment Account on Customer {\n  id\n  name\n  card {\n    number\n    status\n  }\n  wallet {\n    balance\n    available\n    reserved\n    pending\n    debt\n    cursor\n    expiringSoon {\n      points\n      at\n    }\n  }\n  referral {\n    code\n    url\n    friends\n    points\n  }\n  activity(first: 5) {\n    nodes {\n      id\n      kind\n      points\n      postedAt\n      member {\n        name\n      }\n    }\n  }\n  holds {\n    ...OpenHold\n  }\n}\n\nquery WidgetAccount {\n  viewer {\n    member {\n      ...MemberBrand\n    }\n    coalition {\n      name\n      timeZone\n    }\n    customer {\n      ...Account\n    }\n  }\n}": types.MemberBrandFragmentDoc,
    "subscription WidgetBalance($after: String) {\n  balanceChanged(after: $after) {\n    customer {\n      ...Account\n    }\n  }\n}": types.WidgetBalanceDocument,
    "mutation WidgetCode($input: ConfirmationRequestInput!) {\n  confirmationRequest(input: $input) {\n    __typename\n    ... on ConfirmationRequestPayload {\n      confirmationId\n      maskedAddress\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}": types.WidgetCodeDocument,
    "mutation WidgetHold($input: HoldCreateInput!) {\n  holdCreate(input: $input) {\n    __typename\n    ... on HoldCreatePayload {\n      replayed\n      hold {\n        ...OpenHold\n        customer {\n          ...Account\n        }\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}": types.WidgetHoldDocument,
    "query WidgetQuote($input: PurchaseQuoteInput!) {\n  purchaseQuote(input: $input) {\n    __typename\n    ... on PurchaseQuote {\n      member {\n        ...MemberBrand\n      }\n      total {\n        amountMinor\n        currency\n      }\n      pointsToRedeem\n      pointsPart {\n        amountMinor\n      }\n      moneyPart {\n        amountMinor\n      }\n      pointsToEarn\n      maxPoints\n      faceValue {\n        amountMinor\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}": types.WidgetQuoteDocument,
    "query OwnConsents {\n  viewer {\n    customer {\n      id\n      consents {\n        id\n        purpose\n        given\n        textVersion\n        happenedAt\n      }\n    }\n  }\n}\n\nmutation OwnConsentWithdraw($input: ConsentWithdrawInput!) {\n  consentWithdraw(input: $input) {\n    __typename\n    ... on ConsentPayload {\n      consent {\n        id\n        purpose\n        given\n        happenedAt\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}\n\nquery OwnExport {\n  customerExport {\n    format\n    exportedAt\n    complete\n    content\n  }\n}": types.OwnConsentsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment MemberBrand on Member {\n  id\n  name\n  brandColor\n  brandLogoUrl\n}\n\nfragment OpenHold on Hold {\n  id\n  points\n  orderRef\n  status\n  expiresAt\n  bill {\n    amountMinor\n    currency\n  }\n  member {\n    id\n    name\n  }\n}\n\nfragment Account on Customer {\n  id\n  name\n  card {\n    number\n    status\n  }\n  wallet {\n    balance\n    available\n    reserved\n    pending\n    debt\n    cursor\n    expiringSoon {\n      points\n      at\n    }\n  }\n  referral {\n    code\n    url\n    friends\n    points\n  }\n  activity(first: 5) {\n    nodes {\n      id\n      kind\n      points\n      postedAt\n      member {\n        name\n      }\n    }\n  }\n  holds {\n    ...OpenHold\n  }\n}\n\nquery WidgetAccount {\n  viewer {\n    member {\n      ...MemberBrand\n    }\n    coalition {\n      name\n      timeZone\n    }\n    customer {\n      ...Account\n    }\n  }\n}"): typeof import('./graphql.ts').MemberBrandFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription WidgetBalance($after: String) {\n  balanceChanged(after: $after) {\n    customer {\n      ...Account\n    }\n  }\n}"): typeof import('./graphql.ts').WidgetBalanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WidgetCode($input: ConfirmationRequestInput!) {\n  confirmationRequest(input: $input) {\n    __typename\n    ... on ConfirmationRequestPayload {\n      confirmationId\n      maskedAddress\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}"): typeof import('./graphql.ts').WidgetCodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WidgetHold($input: HoldCreateInput!) {\n  holdCreate(input: $input) {\n    __typename\n    ... on HoldCreatePayload {\n      replayed\n      hold {\n        ...OpenHold\n        customer {\n          ...Account\n        }\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}"): typeof import('./graphql.ts').WidgetHoldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WidgetQuote($input: PurchaseQuoteInput!) {\n  purchaseQuote(input: $input) {\n    __typename\n    ... on PurchaseQuote {\n      member {\n        ...MemberBrand\n      }\n      total {\n        amountMinor\n        currency\n      }\n      pointsToRedeem\n      pointsPart {\n        amountMinor\n      }\n      moneyPart {\n        amountMinor\n      }\n      pointsToEarn\n      maxPoints\n      faceValue {\n        amountMinor\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}"): typeof import('./graphql.ts').WidgetQuoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OwnConsents {\n  viewer {\n    customer {\n      id\n      consents {\n        id\n        purpose\n        given\n        textVersion\n        happenedAt\n      }\n    }\n  }\n}\n\nmutation OwnConsentWithdraw($input: ConsentWithdrawInput!) {\n  consentWithdraw(input: $input) {\n    __typename\n    ... on ConsentPayload {\n      consent {\n        id\n        purpose\n        given\n        happenedAt\n      }\n    }\n    ... on UserError {\n      code\n      message\n      retryable\n    }\n  }\n}\n\nquery OwnExport {\n  customerExport {\n    format\n    exportedAt\n    complete\n    content\n  }\n}"): typeof import('./graphql.ts').OwnConsentsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
