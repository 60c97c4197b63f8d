"""pdf_others.py LIBRARY PAGE COUNT FONTS: the page of pdf_page.py drawn by a library from PyPI.

Prints warm files a second and the bytes of one. The code's modules are made once and not counted.
"""

import base64
import io
import pathlib
import sys
import time

import segno

MODULE = 72 / 25.4 / 2
WIDTH, HEIGHT = 595.276, 841.89
FONTS = pathlib.Path("/usr/share/fonts/truetype/paratype")
FILES = {0: FONTS / "PTS55F.ttf", 1: FONTS / "PTS75F.ttf"}


def read(path: str) -> list[list[str]]:
    return [line.split("\t") for line in pathlib.Path(path).read_text().splitlines()]


def runs(url: str) -> list[tuple[int, int, int]]:
    """Row, first module and length of each black run."""
    found = []
    for row, modules in enumerate(segno.make_qr(url, error="q", boost_error=False).matrix):
        start = None
        for column, black in enumerate([*modules, 0]):
            if black and start is None:
                start = column
            elif not black and start is not None:
                found.append((row, start, column - start))
                start = None
    return found


def reportlab(page, codes):
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for bold, path in FILES.items():
        pdfmetrics.registerFont(TTFont(f"pt{bold}", path))
    pictures = {row[4]: ImageReader(row[4]) for row in page if row[0] == "picture"}

    def draw() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), pageCompression=1)
        canvas.setTitle("Полис ДМС")
        for row in page:
            if row[0] == "text":
                canvas.setFillGray(float(row[5]))
                canvas.setFont(f"pt{row[4]}", float(row[3]))
                canvas.drawString(float(row[1]), HEIGHT - float(row[2]), row[7])
            elif row[0] == "rule":
                canvas.setFillGray(0.5)
                x, y, width, height = map(float, row[1:5])
                canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)
            elif row[0] == "picture":
                side = float(row[3])
                canvas.drawImage(
                    pictures[row[4]], float(row[1]), HEIGHT - float(row[2]) - side, side, side, mask="auto"
                )
            else:
                path = canvas.beginPath()
                for line, start, count in codes[row[3]]:
                    x, y = float(row[1]) + start * MODULE, HEIGHT - float(row[2]) - (line + 1) * MODULE
                    path.rect(x, y, count * MODULE, MODULE)
                canvas.setFillGray(0)
                canvas.drawPath(path, stroke=0, fill=1)
        canvas.save()
        return out.getvalue()

    return draw


def fpdf2(page, codes):
    from fpdf import FPDF

    def draw() -> bytes:
        pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
        pdf.set_title("Полис ДМС")
        for bold, path in FILES.items():
            pdf.add_font("pt", style="B" if bold else "", fname=path)
        pdf.add_page()
        for row in page:
            if row[0] == "text":
                pdf.set_text_color(int(255 * float(row[5])))
                pdf.set_font("pt", style="B" if row[4] == "1" else "", size=float(row[3]))
                pdf.text(float(row[1]), float(row[2]), row[7])
            elif row[0] == "rule":
                pdf.set_fill_color(128)
                pdf.rect(*map(float, row[1:5]), style="F")
            elif row[0] == "picture":
                pdf.image(row[4], float(row[1]), float(row[2]), float(row[3]))
            else:
                pdf.set_fill_color(0)
                for line, start, count in codes[row[3]]:
                    x, y = float(row[1]) + start * MODULE, float(row[2]) + line * MODULE
                    pdf.rect(x, y, count * MODULE, MODULE, style="F")
        return bytes(pdf.output())

    return draw


def weasyprint(page, codes):
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = (
        "@page{size:595.276pt 841.89pt;margin:0} body{margin:0;font-family:'PT Sans'} *{position:absolute}"
    )

    def markup() -> str:
        out = [f"<html lang=ru><head><title>Полис ДМС</title><style>{style}</style></head><body>"]
        for row in page:
            if row[0] == "text":
                size, top = float(row[3]), float(row[2]) - 1.018 * float(row[3])
                weight = "bold" if row[4] == "1" else "normal"
                grey = int(255 * float(row[5]))
                out.append(
                    f"<div style='left:{row[1]}pt;top:{top}pt;font-size:{size}pt;font-weight:{weight};"
                    f"white-space:nowrap;color:rgb({grey},{grey},{grey})'>{row[7]}</div>"
                )
            elif row[0] == "rule":
                out.append(
                    f"<div style='left:{row[1]}pt;top:{row[2]}pt;width:{row[3]}pt;height:{row[4]}pt;"
                    "background:#808080'></div>"
                )
            elif row[0] == "picture":
                place = f"left:{row[1]}pt;top:{row[2]}pt;width:{row[3]}pt"
                out.append(f"<img style='{place}' src='file://{row[4]}'>")
            else:
                path = "".join(
                    f"M{start} {line}h{count}v1h-{count}z" for line, start, count in codes[row[3]]
                )
                svg = (
                    f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 53 53' width='53' height='53'>"
                    f"<path d='{path}'/></svg>"
                )
                source = base64.b64encode(svg.encode()).decode()
                out.append(
                    f"<img style='left:{row[1]}pt;top:{row[2]}pt;width:{53 * MODULE}pt' "
                    f"src='data:image/svg+xml;base64,{source}'>"
                )
        return "".join(out)

    return lambda: HTML(string=markup()).write_pdf(font_config=fonts)


LIBRARIES = {"reportlab": reportlab, "fpdf2": fpdf2, "weasyprint": weasyprint}


def main() -> None:
    page, count = read(sys.argv[2]), int(sys.argv[3])
    codes = {row[3]: runs(row[3]) for row in page if row[0] == "code"}
    draw = LIBRARIES[sys.argv[1]](page, codes)
    for _ in range(3):
        size = len(draw())
    began = time.monotonic()
    for _ in range(count):
        draw()
    print(count / (time.monotonic() - began), size)


if __name__ == "__main__":
    main()
