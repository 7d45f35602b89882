#!/bin/sh
# Makes the fixtures of this folder. Needs ImageMagick (convert), libtiff's tiffcp and tiff2pdf,
# and the font BIZ UDGothic. Run it here; the files that tests read are what it leaves behind.
set -eu
cd "$(dirname "$0")"
font=/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# A page of a form at 204 x 98 dpi: blank bands, lines of text, a frame with boxes, some handwriting-like
# strokes. Drawn with square pixels and squeezed, as a fax scanner does.
convert -size 1728x2286 xc:white -fill black -font "$font" \
  -pointsize 64 -annotate +330+230 'オンライン資格確認 調査票' \
  -pointsize 36 -annotate +180+420 '医療機関名 ＿＿＿＿＿＿＿＿＿＿＿＿＿' \
  -annotate +180+500 '保険医療機関コード' \
  -fill none -stroke black -strokewidth 4 \
  -draw 'rectangle 700,440 1400,520' \
  -draw 'line 800,440 800,520 line 900,440 900,520 line 1000,440 1000,520 line 1100,440 1100,520 line 1200,440 1200,520 line 1300,440 1300,520' \
  -draw 'rectangle 160,640 840,1500' \
  -draw 'rectangle 200,700 240,740' -draw 'rectangle 200,800 240,840' -draw 'rectangle 200,900 240,940' \
  -strokewidth 7 -draw 'bezier 190,690 215,735 225,760 290,640' -draw 'ellipse 1150,1000 180,90 0,360' \
  -stroke none -fill black \
  -annotate +270+735 'まだ、なにもしていない' -annotate +270+835 '見積もりを取得した' -annotate +270+935 '運用開始している' \
  -annotate +180+2150 '送信先 FAX 00-0000-0000' \
  -filter Box -resize 1728x1143! -threshold 60% "$work/page.pbm"
convert "$work/page.pbm" -units PixelsPerInch -density 204x98 -compress none \
  -define quantum:polarity=min-is-white "$work/page.tif"

tiffcp -c none "$work/page.tif" "$work/plain.tif"
tiffcp -c g3:1d -r 1143 "$work/plain.tif" t4-1d.tif
tiffcp -c g3:1d:fill -f lsb2msb -r 1143 "$work/plain.tif" t4-1d-fill-lsb.tif
tiffcp -c g3:2d -r 1143 "$work/plain.tif" t4-2d.tif
tiffcp -c g4 -r 1143 "$work/plain.tif" t6.tif
tiffcp -c g4 -r 64 -B "$work/plain.tif" t6-strips-be.tif
convert "$work/page.pbm" -units PixelsPerInch -density 204x98 -compress none "$work/black-is-zero.tif"
tiffcp -c g4 -r 1143 "$work/black-is-zero.tif" t6-black-is-zero.tif
tiffcp -c lzw -r 200 "$work/plain.tif" lzw.tif
tiffcp -c zip:p1 -r 200 "$work/plain.tif" deflate.tif
tiffcp -c packbits -r 200 "$work/plain.tif" packbits.tif
tiffcp -c g3:1d -r 1143 t4-1d.tif "$work/a.tif"
tiffcp -c g4 -r 1143 "$work/plain.tif" "$work/b.tif"
tiffcp "$work/a.tif" "$work/b.tif" two-pages.tif
tiff2pdf -o t6.pdf t6.tif
convert "$work/page.pbm" -resize 864x1143! -colorspace Gray -quality 80 -units PixelsPerInch -density 102x98 gray.jpg
convert "$work/page.pbm" -units PixelsPerInch -density 204x98 page.png
convert gray.jpg -compress none "$work/gray.tif"
tiffcp -c jpeg:80 -r 128 "$work/gray.tif" jpeg-strips.tif
convert gray.jpg -depth 16 -compress none "$work/gray16.tif"
tiffcp -c lzw:2 -r 128 "$work/gray16.tif" lzw-16-bit.tif
tiffcp -t -w 256 -l 256 -c g4 t6.tif t6-tiles.tif
