#!/usr/bin/env bash
# Package:   zint 2.11.1-1 (Debian 12); jsqr 1.4.0 (npm) reads the picture back.
# Behaviour: a QR code of a Russian payment (GOST R 56042) begins with ST00012, where the last digit says that what
#            follows is UTF-8. Given such a text in UTF-8, zint rewrites it into Shift JIS, since Cyrillic letters have
#            a place in that Japanese table, says so in one warning on stderr, marks nothing in the code (no ECI) and
#            ends with 0. With --binary the bytes stay as they are.
# Seen:      bytes of the code are no UTF-8; read as Shift JIS they are the payment. With --binary they are the payment.
# Matters:   the sum and the account are digits and stay readable, but the payee's name, the bank and the purpose do
#            not. A bank's app shows rubbish or refuses the code, and a payment whose purpose is lost is not matched to
#            its settlement. Nothing fails on the side of the shop that printed it.
# Product:   prints no payment codes; what it writes for a bank is a file. Should it ever print one, it hands bytes to
#            the encoder, not a text.
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
unpack zint=2.11.1-1
npm install --silent --no-audit --no-fund --ignore-scripts jsqr@1.4.0

payment='ST00012|Name=ООО Ромашка|PersonalAcc=40702810900000000001|BankName=Банк|BIC=044525000'
payment+='|CorrespAcc=30101810400000000225|Sum=123456|Purpose=Оплата по расчёту'
draw() {
  LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/usr/lib" root/usr/bin/zint \
    --barcode=QRCODE --scale=4 --whitesp=4 --vwhitesp=4 --data="$payment" --output="$1" "${@:2}"
}
draw text.bmp
draw binary.bmp --binary

cat >read.cjs <<'END'
const { readFileSync } = require('node:fs')
const jsQR = require('jsqr')
const [picture, payment] = process.argv.slice(2)
const bmp = readFileSync(picture)
const [start, width, height] = [bmp.readUInt32LE(10), bmp.readInt32LE(18), bmp.readInt32LE(22)]
const rowBytes = Math.ceil(width / 32) * 4
const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
for (let y = 0; y < height; y++)
  for (let x = 0; x < width; x++) {
    const bit = (bmp[start + (height - 1 - y) * rowBytes + (x >> 3)] >> (7 - (x & 7))) & 1
    pixels.fill(bmp[54 + bit * 4], (y * width + x) * 4, (y * width + x) * 4 + 3)
  }
const { binaryData, chunks } = jsQR(pixels, width, height)
const names = ['utf-8', 'shift_jis'].filter((name) => {
  return new TextDecoder(name).decode(Uint8Array.from(binaryData)) === payment
})
const eci = chunks.some(({ type }) => type === 'eci') ? 'marked' : 'not marked'
console.log(`${names.join(' ')}, ${eci}`)
END
text=$(node read.cjs text.bmp "$payment")
binary=$(node read.cjs binary.bmp "$payment")
echo "as text:   $text"
echo "as bytes:  $binary"

if [[ $text == 'shift_jis, not marked' && $binary == 'utf-8, not marked' ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
