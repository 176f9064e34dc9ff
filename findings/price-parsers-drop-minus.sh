#!/usr/bin/env bash
# Package:   parse-money 1.0.12 and parse-price 1.1.8 (npm).
# Behaviour: both read amounts as people of any country write them and take `1 234,56 руб.` right. A minus of any
#            kind, the plain one before the digits included, is thrown away: `-100,00` is 100.
# Seen:      `-100,00`, the same with U+2212, `100,00-` and `(100,00)`: 100 from both; `1 234,56 руб.`: 1234.56.
# Matters:   a till writes a refund as a negative sale. Read so, it earns points a second time instead of taking them
#            back, and the day's turnover is off by twice the refund.
# Product:   reads signs itself, before, behind and as parentheses, and an amount with two of them is an error of its
#            row: packages/documents/src/sales/sale-amount.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts parse-money@1.0.12 parse-price@1.1.8

cat >try.cjs <<'END'
const parseMoney = require('parse-money').default
const parsePrice = require('parse-price')
for (const text of ['1 234,56 руб.', '-100,00', '\u2212100,00', '100,00-', '(100,00)'])
  console.log(parseMoney(text).amount, parsePrice(text))
END
node try.cjs | tee seen

expected='1234.56 1234.56
100 100
100 100
100 100
100 100'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
