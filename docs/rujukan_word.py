"""Makes `templates/rujukan.docx`, the styles of the Word report: `python docs/rujukan_word.py`.

Pandoc's own reference document, with our styles, header and footer.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pypandoc

MADE = Path(__file__).parents[1] / "lkipnb" / "report" / "templates" / "rujukan.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
ACCENT, SERIF, SANS = "0B5563", "Cambria", "Calibri"

# Style: base, typeface, half points, bold, colour, alignment, space before and after (twips).
STYLES = {
    "Normal": ("", SERIF, 21, False, "", "left", 0, 120),
    "BodyText": ("Normal", SERIF, 21, False, "", "left", 0, 140),
    "FirstParagraph": ("BodyText", SERIF, 21, False, "", "left", 0, 140),
    "Compact": ("BodyText", SERIF, 21, False, "", "left", 0, 40),
    "Heading1": ("Normal", SANS, 38, True, ACCENT, "left", 0, 300),
    "Heading2": ("Normal", SANS, 28, True, ACCENT, "left", 300, 120),
    "Heading3": ("Normal", SANS, 24, True, "", "left", 240, 100),
    "Heading4": ("Normal", SANS, 21, True, "", "left", 200, 80),
    "JudulDaftar": ("Normal", SANS, 34, True, ACCENT, "left", 300, 200),
    "TabelCaption": ("Normal", SANS, 20, True, "", "left", 200, 80),
    "GambarCaption": ("Normal", SANS, 20, True, "", "left", 60, 80),
    "Sel": ("Normal", SANS, 17, False, "", "left", 30, 30),
    "SelRapat": ("Sel", SANS, 14, False, "", "left", 20, 20),
    "SelGrup": ("Sel", SANS, 17, True, "", "left", 30, 30),
    "SelRapatGrup": ("Sel", SANS, 14, True, "", "left", 20, 20),
    "Catatan": ("Normal", SANS, 16, False, "55636E", "left", 40, 20),
    "TandaTangan": ("Normal", SERIF, 21, False, "", "left", 0, 20),
    "TandaTanganNama": ("TandaTangan", SERIF, 21, True, "", "left", 0, 0),
    "SampulKonsep": ("Normal", SANS, 24, True, "A01C1C", "left", 0, 400),
    "SampulKecil": ("Normal", SANS, 24, False, "", "left", 0, 300),
    "SampulBesar": ("Normal", SANS, 88, True, ACCENT, "left", 3200, 200),
    "SampulLaporan": ("Normal", SANS, 36, False, "", "left", 0, 700),
    "SampulInstansi": ("Normal", SANS, 30, True, "", "left", 0, 400),
    "SampulAlamat": ("Normal", SANS, 20, False, "55636E", "left", 2600, 60),
    "Kepala": ("Normal", SANS, 16, False, "55636E", "left", 0, 0),
    "TOC1": ("Normal", SANS, 20, True, "", "left", 120, 20),
    "TOC2": ("Normal", SANS, 20, False, "", "left", 0, 20),
    "TOC3": ("Normal", SANS, 18, False, "", "left", 0, 20),
    "TableofFigures": ("Normal", SANS, 19, False, "", "left", 0, 40),
}
KEPT = ("Heading", "JudulDaftar", "TabelCaption", "TandaTangan", "SelGrup", "SelRapatGrup")
INDENTS = {"TOC2": 280, "TOC3": 560}
TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="TabelLaporan">'
    '<w:name w:val="Tabel Laporan"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:color="{ACCENT}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:color="{ACCENT}"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="B8C4C6"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
HEADER = (
    f'<w:hdr {_NS}><w:p><w:pPr><w:pStyle w:val="Kepala"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">LKIP-KEPALA</w:t></w:r></w:p></w:hdr>'
)
FOOTER = (
    f'<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="Kepala"/><w:jc w:val="right"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {"header": ("rId90", HEADER), "footer": ("rId91", FOOTER)}


def style(name: str) -> str:
    base, font, size, bold, colour, align, before, after = STYLES[name]
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    following = '<w:next w:val="BodyText"/>' if name.startswith("Heading") else ""
    level = f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>' if name.startswith("Heading") else ""
    keep = "<w:keepNext/>" if name.startswith(KEPT) else ""
    page = "<w:pageBreakBefore/>" if name == "Heading1" else ""
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs>'
    tabbed = tabs if name.startswith(("TOC", "TableofFigures")) else ""
    indent = f'<w:ind w:left="{INDENTS[name]}"/>' if name in INDENTS else ""
    weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
    tint = f'<w:color w:val="{colour}"/>' if colour else '<w:color w:val="auto"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}">'
        f'<w:name w:val="{shown(name)}"/>{based}{following}<w:qFormat/><w:pPr>{keep}{page}{tabbed}'
        f'<w:spacing w:before="{before}" w:after="{after}"/>{indent}<w:jc w:val="{align}"/>{level}'
        f'</w:pPr><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>{weight}'
        f'<w:i w:val="0"/>{tint}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="id-ID"/></w:rPr></w:style>'
    )


def shown(name: str) -> str:
    """The name that Word knows a style of its own by."""
    if name == "TableofFigures":
        return "table of figures"
    return re.sub(r"^(heading|toc|body text|first paragraph) ?", r"\1 ", _spaced(name)).strip()


def _spaced(name: str) -> str:
    own = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", name)
    own = re.sub(r"^TOC(\d)", r"toc \1", own)
    return own.replace("Heading", "heading")


def styles(text: str) -> str:
    for name in STYLES:
        old = rf'<w:style [^>]*w:styleId="{name}"[^>]*>.*?</w:style>'
        text = re.sub(old, "", text, flags=re.DOTALL)
    text = re.sub(r"<w:lang [^>]*/>", '<w:lang w:val="id-ID" w:eastAsia="id-ID"/>', text)
    return text.replace("</w:styles>", "".join(map(style, STYLES)) + TABLE + "</w:styles>")


def relations(text: str) -> str:
    made = "".join(
        f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{kind}1.xml"/>'
        for kind, (id, _) in PARTS.items()
    )
    return text.replace("</Relationships>", f"{made}</Relationships>")


def types(text: str) -> str:
    made = "".join(
        f'<Override PartName="/word/{kind}1.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for kind in PARTS
    )
    return text.replace("</Types>", f"{made}</Types>")


def body(text: str) -> str:
    section = (
        f'<w:sectPr><w:headerReference xmlns:r="{R}" w:type="default" r:id="rId90"/>'
        f'<w:footerReference xmlns:r="{R}" w:type="default" r:id="rId91"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1417" w:bottom="1361" '
        'w:left="1417" w:header="680" w:footer="624" w:gutter="0"/></w:sectPr>'
    )
    without = re.sub(r"<w:sectPr.*?</w:sectPr>|<w:sectPr[^>]*/>", "", text, flags=re.DOTALL)
    return without.replace("</w:body>", f"{section}</w:body>")


EDITS = {
    "word/styles.xml": styles,
    "word/_rels/document.xml.rels": relations,
    "[Content_Types].xml": types,
    "word/document.xml": body,
}


def main() -> None:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"]
    own = subprocess.run(command, check=True, capture_output=True).stdout
    with zipfile.ZipFile(io.BytesIO(own)) as old, zipfile.ZipFile(MADE, "w") as new:
        for name in old.namelist():
            edit = EDITS.get(name, lambda text: text)
            put(new, name, edit(old.read(name).decode()))
        for kind, (_, text) in PARTS.items():
            put(new, f"word/{kind}1.xml", text)


def put(target: zipfile.ZipFile, name: str, text: str) -> None:
    target.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
