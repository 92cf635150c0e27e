"""A picture that an agency adds, as it goes into every format."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Citra:
    """The bytes of a picture and its size in pixels.  A raster picture carries nothing beside what
    is seen; of an SVG nothing acts and nothing is loaded.
    """

    jenis: Literal["jpeg", "png", "svg"]
    isi: bytes = field(repr=False)
    lebar: int
    tinggi: int

    @property
    def alamat(self) -> str:
        """The picture as an address that holds it."""
        kind = "svg+xml" if self.jenis == "svg" else self.jenis
        return f"data:image/{kind};base64,{base64.b64encode(self.isi).decode()}"
