"""Reads and draws QR codes with a library that knows nothing of us.

`read FILE` prints the text of the one code in a picture; `draw FILE TEXT` draws one.
"""

import sys

import zxingcpp
from PIL import Image

what, path = sys.argv[1:3]
if what == "draw":
    code = zxingcpp.create_barcode(sys.argv[3], zxingcpp.BarcodeFormat.QRCode)
    drawn = zxingcpp.write_barcode_to_image(code, scale=4)
    Image.frombuffer("L", (drawn.shape[1], drawn.shape[0]), memoryview(drawn)).save(path)
else:
    picture = Image.open(path).convert("L")
    found = zxingcpp.read_barcodes(picture)
    if not found:
        # A dense code on a small picture: as a person who goes nearer with the camera.
        found = zxingcpp.read_barcodes(picture.resize((picture.width * 2, picture.height * 2)))
    assert len(found) == 1, f"{len(found)} codes in a picture of {picture.size}"
    print(found[0].text)
