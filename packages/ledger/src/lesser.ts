/** The smaller of two amounts of one unit. */
export const lesser = <Amount extends bigint>(a: Amount, b: Amount): Amount => (a < b ? a : b)
