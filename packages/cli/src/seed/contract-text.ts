/** The agreement that the demo's members accept, in both languages: short, and true to the terms beside it. */
export const contractText = {
  en: `Zarechye coalition, terms of participation, version 1.
1. A customer earns points on the part of a bill paid in money, at the rate that the member sets. A point is worth 1.00 RUB at the till of every member.
2. Points pay at most 50 % of a bill. Earliest expiry is spent first.
3. For each point given the issuer owes a fee of 0.10 RUB. For each point spent at another member the issuer owes 0.90 RUB, and the member that took it is owed 0.88 RUB: 0.02 RUB is the fee of redemption.
4. Points expire twelve months after they were given.
5. A refund takes back what the customer still holds of the points earned, and returns the points spent to the lots they came from.
6. Members settle their positions with each other by the register of this programme.`,
  ru: `Коалиция «Заречье», условия участия, версия 1.
1. Покупатель получает баллы с той части чека, что оплачена деньгами, по ставке участника. Балл равен 1,00 ₽ на кассе любого участника.
2. Баллами оплачивается не больше 50 % чека. Первыми тратятся баллы, что сгорают раньше.
3. За каждый выданный балл участник платит сбор 0,10 ₽. За каждый балл, потраченный у другого участника, выдавший должен 0,90 ₽, принявшему причитается 0,88 ₽: 0,02 ₽ составляет сбор за списание.
4. Баллы сгорают через двенадцать месяцев после выдачи.
5. При возврате забираются полученные за покупку баллы, какие ещё есть у покупателя, а потраченные возвращаются в те же партии.
6. Участники рассчитываются между собой по реестру программы.`,
}
