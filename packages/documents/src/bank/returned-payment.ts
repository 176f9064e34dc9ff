/** How a purpose begins when money comes back. */
const RETURN = /^[\s"«(№.-]*(?:возврат|возвращ|сторно|отмена\s+(?:операции|плат[её]жа|перевода))/iu
/** What it then names when a bank sends back a payment order, and a loan or a deposit paid back does not. */
const OF_A_PAYMENT =
  /п\s*[/.]\s*п(?!\p{L})|плат[её]жн|поручени|плат[её]ж[аеу]?(?!\p{L})|ошибочн|неверн|некорректн|невыяснен|реквизит|не\s*зачислен|без\s+исполнения|неисполнен|сч[её]т\p{L}*\s+(?:получателя\s+)?(?:закрыт|не\s+найден)|сторно|отмена/iu

/**
 * Whether a purpose in Russian says that an earlier payment came back. The 1C exchange text has no other mark of it: a
 * return is a document like any other.
 */
export const isReturn = (purpose: string): boolean => RETURN.test(purpose) && OF_A_PAYMENT.test(purpose)
