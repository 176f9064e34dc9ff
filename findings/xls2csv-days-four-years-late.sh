#!/usr/bin/env bash
# Package:   xls2csv of catdoc 1:0.95-6~deb12u1; the workbook by python3-xlwt 1.3.0-4, read back by python3-xlrd
#            1.2.0-3 (Debian 12).
# Behaviour: a workbook that counts its days from 1900 and says so is read as one that counts from 1904. A cell with the
#            built-in format of dates comes out four years and a day late. The same day in a format of one's own, as
#            `dd.mm.yyyy`, is no date to the tool and comes out as the bare count of days.
# Seen:      10 February 2026: 2030-02-11 in the built-in format, 46063 in `dd.mm.yyyy`; xlrd: 2026-02-10.
# Matters:   tills and 1C still save .xls, and this is the small tool that turns it into text. Sales land in another
#            settlement window, points that expire after a year live for five, and two columns of one file disagree
#            about the same day.
# Product:   takes no .xls and says to save it as .xlsx or CSV. A bare count of a CSV file is read as days from 1900,
#            which is right here (packages/documents/src/sales/sale-time.ts). A sale that comes out in the future is
#            refused (packages/use-cases/src/purchase/permit-sale.ts); one of four years ago looks like a sale of now.
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
unpack catdoc=1:0.95-6~deb12u1 python3-xlwt=1.3.0-4 python3-xlrd=1.2.0-3
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages"
# The tool looks for its tables of characters where it is installed, or where this file says.
printf 'charset_path=%s\nmap_path=%s\n' "$work/root/usr/share/catdoc" "$work/root/usr/share/catdoc" >.catdocrc

python3 - <<'END' >seen
import xlrd
import xlwt

book = xlwt.Workbook()
sheet = book.add_sheet('Sales')
for column, form in enumerate(['M/D/YY', 'dd.mm.yyyy']):
    sheet.write(0, column, 46063, xlwt.easyxf(num_format_str=form))
book.save('sales.xls')

counts_from = xlrd.open_workbook('sales.xls').datemode
print('xlrd:    %d-%02d-%02d' % xlrd.xldate_as_tuple(46063, counts_from)[:3])
END
printf 'xls2csv: %s\n' "$(HOME=$work root/usr/bin/xls2csv -q 0 -f %Y-%m-%d sales.xls | head -n 1)" >>seen
cat seen

expected='xlrd:    2026-02-10
xls2csv: 2030-02-11,46063'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
