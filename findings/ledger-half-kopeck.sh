#!/usr/bin/env bash
# Package:   ledger 3.3.0-3 against hledger 1.25-2+b5 (Debian 12).
# Behaviour: an amount with half a kopeck is shown with two digits. hledger rounds halves to the even kopeck. ledger
#            keeps the amount as an exact fraction and still follows no rule of halves: 0.105, 0.115 and 0.165 go up,
#            0.125, 0.135 and 0.155 go down.
# Seen:      kopecks for 0.105, 0.115 ... 0.195 roubles
#            hledger: 10 12 12 14 14 16 16 18 18 20
#            ledger:  11 12 12 13 14 15 17 17 19 19
# Matters:   5 % of a bill, a fee with VAT in it and points at a rate of half a kopeck all end in a half. An act that
#            an accountant recomputes in one of the two differs from the other by a kopeck a line, and in ledger no
#            choice of the rule in the contract (half up, half even) gives its figures.
# Product:   counts in whole millionths and rounds by named rules, half to even and largest remainder:
#            packages/rules/src/settlement/round-to-minor.ts.
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
unpack ledger=3.3.0-3 hledger=1.25-2+b5
export LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/usr/lib/ledger"

# One account for each amount, so that each is rounded alone.
write() {
  printf '%s\n\n' "$1"
  for tenth in 0 1 2 3 4 5 6 7 8 9; do
    printf '2026-11-02 points\n    Assets:N%s    0.1%s5 RUB\n    Income\n\n' "$tenth" "$tenth"
  done
}
write $'commodity RUB\n    format 1.00 RUB' >ledger.journal
write 'commodity 1.00 RUB' >hledger.journal

kopecks() { awk '{ printf "%s%d", (NR == 1 ? "" : " "), $1 * 100 + 0.5 }'; }
by_hledger=$(LC_ALL=C.UTF-8 root/usr/bin/hledger --file hledger.journal balance --flat --no-total Assets | kopecks)
by_ledger=$(root/usr/bin/ledger --file ledger.journal balance --flat --no-total Assets | kopecks)
echo "hledger: $by_hledger"
echo "ledger:  $by_ledger"

if [[ $by_hledger == '10 12 12 14 14 16 16 18 18 20' && $by_ledger == '11 12 12 13 14 15 17 17 19 19' ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
