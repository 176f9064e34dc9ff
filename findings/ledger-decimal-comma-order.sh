#!/usr/bin/env bash
# Package:   ledger 3.3.0-3 (Debian 12).
# Behaviour: what `1,234 RUB` is depends on the lines before it. In a journal of its own the comma groups thousands:
#            1234 roubles. After one amount with a decimal comma of the same commodity (`1234,56 RUB`), the comma of all
#            later amounts is a decimal mark: the same line is 1 rouble 23.4 kopecks. There is no warning, and sorting
#            the journal by date, or adding a line at its top, changes sums that nobody touched.
# Seen:      plain line first: 1234 + 1234.56 = 2468.56; the same two lines turned round: 1235.794.
# Matters:   a till or a bank writes `1234,56`, a person types `1,234`. Both lines are good alone; together the reader
#            loses 1232.766 roubles, by the order of the lines only.
# Product:   writes and reads no journals. Its readers of bank and sales files never let one line say how another is
#            read without the file showing it: packages/documents/src/sales/sale-amount.ts asks what `1,234` means, and
#            takes an answer for the whole file, not from the order of rows.
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
ledger() { LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/usr/lib/ledger" root/usr/bin/ledger "$@"; }

plain='2026-11-02 typed by hand
    Assets:Bank     1,234 RUB
    Income
'
comma='2026-11-03 from the till
    Assets:Bank     1234,56 RUB
    Income
'
printf '%s\n%s\n' "$plain" "$comma" >plain-first.journal
printf '%s\n%s\n' "$comma" "$plain" >comma-first.journal
sum() { ledger --file "$1" balance Assets; }

plain_first=$(sum plain-first.journal | awk '{print $1}')
comma_first=$(sum comma-first.journal | awk '{print $1}')
echo "plain line first: $plain_first"
echo "comma line first: $comma_first"

if [[ $plain_first == '2.468,56' && $comma_first == '1235,794' ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
