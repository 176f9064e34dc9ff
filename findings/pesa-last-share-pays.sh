#!/usr/bin/env bash
# Package:   pesa 1.1.13 (npm).
# Behaviour: split() divides an amount into equal parts that add up to it. All parts but the last are rounded each for
#            itself, and the last is what is left, however much that is: it collects the rounding of all others instead
#            of a kopeck of it, and goes below zero.
# Seen:      0.15 by 10 -> nine times 0.02 and -0.03; 1.50 by 100 -> 99 times 0.02 and -0.48; 0.05 by 10 -> nine times
#            0.00 and 0.05; 1.00 by 3 is right.
# Matters:   the cost of a letter or a small bonus is shared by all members. An equal share is a kopeck and a half; the
#            last of the list is charged for what the others were given too much, and the sum check passes.
# Product:   gives kopecks left over to the largest remainders, at most one to each, so equal shares differ by a kopeck:
#            roundParts in packages/rules/src/settlement/round-to-minor.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts pesa@1.1.13

cat >split.cjs <<'END'
const { pesa } = require('pesa')
for (const [amount, parts] of [['0.15', 10], ['1.50', 100], ['0.05', 10], ['1.00', 3]]) {
  const shares = pesa(amount).split(parts, 2)
  const sum = shares.reduce((total, share) => total.add(share)).round(2)
  console.log(`${amount} by ${parts}: first ${shares[0].round(2)}, last ${shares.at(-1).round(2)}, sum ${sum}`)
}
END
node split.cjs | tee seen

expected='0.15 by 10: first 0.02, last -0.03, sum 0.15
1.50 by 100: first 0.02, last -0.48, sum 1.50
0.05 by 10: first 0.00, last 0.05, sum 0.05
1.00 by 3: first 0.33, last 0.34, sum 1.00'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
