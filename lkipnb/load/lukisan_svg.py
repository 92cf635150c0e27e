"""An SVG that an agency adds: a drawing and nothing else, or the reason why it is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lkipnb.model.citra import Citra

MOST_BYTES = 1_000_000
MOST_ELEMENTS = 20_000
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_NAMES = (
    "svg g path text tspan title desc metadata defs clipPath rect circle ellipse line polyline"
    " polygon linearGradient radialGradient stop marker pattern use style mask symbol switch"
)
_DRAWING = frozenset(_NAMES.split())
_HREF = ("href", f"{_XLINK}href")
# An address in a style or in a paint that leads anywhere but into the drawing.
_OUTWARD = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|\\|expression\(|-moz-binding", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px|pt|mm|cm|in)?\s*")

NO_XML = "bukan SVG yang utuh"
ENTITIES = "memuat DOCTYPE; simpan ulang sebagai “Plain SVG”"
ACTS = "memuat {name}, yang bukan bagian lukisan; simpan ulang tanpa itu"
OUTWARD = "merujuk ke luar berkasnya ({name}); jadikan bagian lukisannya sendiri"
NESTED = "memuat salinan (use) di dalam salinan; uraikan dahulu menjadi bentuk biasa"
NO_SIZE = "tidak menyebut ukurannya (viewBox, atau width dan height)"
TOO_MANY = f"terdiri atas lebih dari {MOST_ELEMENTS} bagian; sederhanakan"


class BukanLukisan(ValueError):
    """Why an SVG is refused, in Indonesian."""


def baca(content: bytes) -> Citra:
    """The drawing, without what an editor keeps in it for itself.  Raises BukanLukisan."""
    root = _parsed(content)
    _refuse(root)
    _clean(root)
    width, height = _size(root)
    return Citra("svg", etree.tostring(root), width, height)


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BukanLukisan(NO_XML) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BukanLukisan(ENTITIES)
    if root.tag != f"{_SVG}svg":
        raise BukanLukisan(NO_XML)
    return root


def _refuse(root: etree._Element) -> None:
    """Raise for what acts, leads outward, or grows without end."""
    elements = list(root.iter())
    if len(elements) > MOST_ELEMENTS:
        raise BukanLukisan(TOO_MANY)
    for element in elements:
        why = _wrong(element)
        if why:
            raise BukanLukisan(why)
    if any(_holds_copies(root, copy) for copy in root.iter(f"{_SVG}use")):
        raise BukanLukisan(NESTED)


def _wrong(element: etree._Element) -> str:
    """What is wrong with an element; nothing where it is good, or of an editor."""
    if not isinstance(element.tag, str):
        return ACTS.format(name="perintah XML")
    name = etree.QName(element).localname
    if element.tag.startswith(_SVG) and name not in _DRAWING:
        return ACTS.format(name=f"<{name}>")
    if name.lower() in ("script", "foreignobject", "iframe", "object", "embed"):
        return ACTS.format(name=f"<{name}>")
    for key, value in element.attrib.items():
        why = _wrong_attribute(str(key), str(value))
        if why:
            return why
    if name == "style" and _OUTWARD.search("".join(map(str, element.itertext()))):
        return OUTWARD.format(name="<style>")
    return ""


def _wrong_attribute(key: str, value: str) -> str:
    name = etree.QName(key).localname
    if name.lower().startswith("on"):
        return ACTS.format(name=name)
    if key in _HREF and not value.strip().startswith("#"):
        return OUTWARD.format(name=name)
    if "url(" in value.lower() and _OUTWARD.search(value):
        return OUTWARD.format(name=name)
    if name == "style" and _OUTWARD.search(value):
        return OUTWARD.format(name=name)
    return ""


def _holds_copies(root: etree._Element, copy: etree._Element) -> bool:
    """Whether what a copy shows holds a copy itself: of ten in each other a page would burst."""
    target = next((copy.get(name, "") for name in _HREF if copy.get(name)), "")
    shown = [each for each in root.iter() if each.get("id") == target.removeprefix("#")]
    return any(True for each in shown for _ in _copies(each))


def _copies(element: etree._Element) -> Iterator[etree._Element]:
    yield from element.iter(f"{_SVG}use")


def _clean(root: etree._Element) -> None:
    """Take out what an editor keeps for itself."""
    for element in list(root.iter()):
        is_foreign = not str(element.tag).startswith(_SVG) or element.tag == f"{_SVG}metadata"
        parent = element.getparent()
        if is_foreign and parent is not None:
            parent.remove(element)
            continue
        for key in list(element.attrib):
            if str(key).startswith("{") and not str(key).startswith(_XLINK):
                del element.attrib[key]
    etree.cleanup_namespaces(root)


def _size(root: etree._Element) -> tuple[int, int]:
    box = root.get("viewBox", "").replace(",", " ").split()
    told = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [_NUMBER.fullmatch(number) for number in told]
    sizes = [float(match[1]) for match in found if match is not None]
    if len(sizes) != 2 or min(sizes) <= 0:
        raise BukanLukisan(NO_SIZE)
    if len(box) != 4:
        root.set("viewBox", f"0 0 {sizes[0]:g} {sizes[1]:g}")
    wide, high = sizes
    return max(1, round(wide)), max(1, round(high))
