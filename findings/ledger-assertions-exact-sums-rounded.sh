#!/usr/bin/env bash
# Package:   ledger 3.3.0-3 (Debian 12).
# Guess:     the digits that a commodity is declared to be shown with are its tolerance everywhere: what differs below
#            them passes, in a transaction that must come to nothing and in a balance that is asserted.
# Behaviour: they are the tolerance of transactions alone. A transaction that creates a tenth of a kopeck out of nothing
#            passes without a word, while the balance that the program itself prints is refused when it is asserted.
# Seen:      100.000 in and 100.001 out: exit 0, and "100.00 RUB" and "-100.00 RUB" are printed with the total 0.
#            100.001 in and out, then the assertion of 100.00: "Balance assertion off by -0.001 RUB".
# Matters:   a journal of a loyalty programme has parts of a kopeck (fees, shares of a point's price). Declared as the
#            currency is shown, it hides a sum that does not add up, and an accountant who types the printed balance
#            into the next journal is told that the books are wrong.
# Product:   the journal for ledger declares every commodity with six decimals and asserts all six:
#            packages/documents/src/journal.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Unpacks packages, and what of their needs this machine lacks, into the work folder.
unpack() {
  local needed
  needed=$(apt-get install --simulate --no-install-recommends "$@" |
    awk '/^Inst/ { gsub(/[()]/, ""); print $2 "=" $3 }')
  # shellcheck disable=SC2086
  apt-get download -q -o APT::Sandbox::User=root "$@" $needed >/dev/null
  for package in ./*.deb; do dpkg -x "$package" root; done
}
unpack ledger=3.3.0-3
export LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/usr/lib/ledger"

declared=$'commodity RUB\n    format 1000.00 RUB\n'
printf '%s\n2026/11/01 Sale\n    Bank   100.000 RUB\n    Sales  -100.001 RUB\n' "$declared" >sum.journal
printf '%s\n2026/11/01 Sale\n    Bank   100.001 RUB\n    Sales  -100.001 RUB\n\n2026/11/02 Look\n    Bank  0 RUB = 100.00 RUB\n    Sales\n' \
  "$declared" >balance.journal

read_journal() { root/usr/bin/ledger --args-only -f "$1" balance 2>&1; }

sum=$(read_journal sum.journal)
balance=$(read_journal balance.journal) && { echo 'changed: the assertion passes'; exit 1; }
printf '%s\n\n%s\n' "$sum" "$balance"
[[ $sum == *'100.00 RUB  Bank'* && $sum == *'-100.00 RUB  Sales'* ]]
[[ $balance == *'Balance assertion off by -0.001 RUB'* ]]
