/**
 * Numeric codes of ISO 4217 that Russian accounts bear in their digits 6 to 8; 810 is the rouble's of before 1998,
 * which accounts still bear.
 */
const CURRENCIES: Readonly<Record<string, string>> = {
  ...{ '810': 'RUB', '643': 'RUB', '840': 'USD', '978': 'EUR', '156': 'CNY', '826': 'GBP', '756': 'CHF' },
  ...{ '392': 'JPY', '344': 'HKD', '036': 'AUD', '124': 'CAD', '702': 'SGD', '554': 'NZD', '710': 'ZAR' },
  ...{ '208': 'DKK', '578': 'NOK', '752': 'SEK', '203': 'CZK', '348': 'HUF', '985': 'PLN', '946': 'RON' },
  ...{ '975': 'BGN', '941': 'RSD', '949': 'TRY', '376': 'ILS', '784': 'AED', '682': 'SAR', '634': 'QAR' },
  ...{ '398': 'KZT', '933': 'BYN', '051': 'AMD', '417': 'KGS', '972': 'TJS', '860': 'UZS', '944': 'AZN' },
  ...{ '498': 'MDL', '980': 'UAH', '981': 'GEL', '934': 'TMT', '496': 'MNT', '356': 'INR', '410': 'KRW' },
  ...{ '764': 'THB', '704': 'VND', '360': 'IDR', '458': 'MYR', '608': 'PHP', '818': 'EGP', '986': 'BRL' },
  ...{ '364': 'IRR', '414': 'KWD', '048': 'BHD', '512': 'OMR', '960': 'XDR' },
}

/** ISO 4217's code for no currency, which is never equal to that of money. */
export const NO_CURRENCY = 'XXX'

/** The account without spaces and dots, to compare it with. */
export const plainAccount = (account: string): string => account.replace(/[\s.-]/g, '').toUpperCase()

/**
 * The currency that a Russian account number of 20 digits bears, `XXX` for digits that are no currency's; undefined for
 * any other account, which does not tell.
 */
export function accountCurrency(account: string): string | undefined {
  const code = /^\d{5}(\d{3})\d{12}$/.exec(plainAccount(account))?.[1]
  return code === undefined ? undefined : (CURRENCIES[code] ?? NO_CURRENCY)
}
