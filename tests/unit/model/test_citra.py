"""A picture of an agency as an address."""

from lkipnb.model.citra import Citra


def test_a_picture_becomes_an_address_that_holds_it():
    assert Citra("svg", b"<svg/>", 1, 1).alamat == "data:image/svg+xml;base64,PHN2Zy8+"
    assert Citra("jpeg", b"\xff\xd8", 1, 1).alamat == "data:image/jpeg;base64,/9g="
