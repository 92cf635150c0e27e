"""What nobody sees is found in a text, and never reaches a terminal."""

from __future__ import annotations

import pytest

from lkipnb.tersembunyi import pertama, sebab, tampak, tanpa


@pytest.mark.parametrize(
    "character",
    "\u200b\u200d\u2060\u00ad\ufeff\u202e\u2066\u034f\ufe0f\u3164\u2800\u2028\x1b\x9b\U000e0041\U000e0101",
)
def test_a_character_that_nobody_sees_is_found_and_dropped(character):
    assert pertama(f"53060{character}1") == character
    assert tanpa(f"53060{character}1") == "530601"
    assert sebab(character).startswith("memuat karakter")
    assert character not in tampak(f"53060{character}1")


@pytest.mark.parametrize("text", ["", "Rp 5 — “naik” ½ é\tß\n", "日本語 عربى", "H₂O m² ✓ 😀"])
def test_what_shows_stays(text):
    assert pertama(text) == ""
    assert tanpa(text) == tampak(text) == text
