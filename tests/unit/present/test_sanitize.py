"""The gate: what data, prose and notebooks show cannot act in a reader's browser or in the PDF."""

from __future__ import annotations

import base64

import lxml.html
import pytest
from conftest import chapter_outputs

from lkipnb.present.narasi import markdown, render
from lkipnb.present.sanitize import bersih, isi_gambar

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 20).decode()


def same(html: str) -> str:
    """The HTML as lxml writes it, so that only what a reader gets is compared."""
    return lxml.html.tostring(
        lxml.html.fragment_fromstring(html, create_parent="div"), encoding="unicode"
    )


def test_every_block_of_the_report_passes_unchanged(lk):
    outputs = [html for html in chapter_outputs(lk).values() if html]
    assert len(outputs) > 30
    for html in outputs:
        assert same(bersih(html)) == same(html)


HOSTILE = [
    "<script>jahat</script>",
    "<script src=http://jahat></script>",
    '<img src=x onerror="jahat">',
    '<img src="http://jahat/x.png">',
    '<img src="file:///etc/jahat">',
    '<img src="//jahat">',
    f'<img src="data:image/svg+xml;base64,{PNG}" title="jahat">'.replace("jahat", ""),
    '<img src="data:text/html,jahat">',
    '<img src="data:image/png;base64,jahat">',
    '<img srcset="http://jahat 2x">',
    '<form action="http://jahat"><input><button>x</button></form>',
    '<meta http-equiv="refresh" content="0;url=http://jahat">',
    '<iframe src="http://jahat"></iframe>',
    '<iframe srcdoc="jahat"></iframe>',
    '<object data="jahat"></object><embed src="jahat">',
    '<link rel="stylesheet" href="http://jahat">',
    '<base href="http://jahat">',
    '<a href="javascript:jahat">x</a>',
    '<a href=" java\tscript:jahat">x</a>',
    '<a href="file:///jahat">x</a>',
    '<a href="data:text/html,jahat">x</a>',
    '<a href="jahat.html">x</a>',
    '<a ping="http://jahat" href="#a">x</a>',
    '<p onclick="jahat">x</p>',
    '<p style="background:url(http://jahat)">x</p>',
    '<td style="text-align:left;background:url(jahat)">x</td>',
    '<style>@import "jahat"</style>',
    '<div class="mentah" data-typst="#jahat">x</div>',
    '<table><tr><td data-typst:fill="jahat">x</td></tr></table>',
    '<span data-typst:text:fill="jahat">x</span>',
    '<div id="lkip:mulai-isi">x</div>',
    '<figure id="lkip:mulai-isi">x</figure>',
    '<div id="isi" class="jahat sampul">x</div>',
    "<math><mtext><script>jahat</script></mtext></math>",
    '<script type="math/tex">jahat</script>',
    '<svg><script>jahat</script><a xlink:href="javascript:jahat"><text>x</text></a></svg>',
    "<svg><foreignObject><p>jahat</p></foreignObject></svg>",
    '<svg><image href="http://jahat"/><use href="http://jahat#a"/></svg>',
    '<svg><use xlink:href="data:image/svg+xml,jahat#a"/></svg>',
    '<svg><path fill="url(http://jahat)" onload="jahat"/></svg>',
    "<svg><style>*{fill:url(jahat)}</style></svg>",
    '<svg><animate attributeName="href" to="javascript:jahat"/><set to="jahat"/></svg>',
    '<svg onload="jahat"/>',
    "<!-- jahat -->",
    "<video src=jahat></video><audio src=jahat></audio><source src=jahat>",
    "<template><script>jahat</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=jahat>">',
    "<textarea><img src=x onerror=jahat></textarea>".replace("jahat>", ">"),
    '<svg></p><style><a title="</style><img src onerror=jahat>">',
    '<math><mglyph><style><img title="</style><img src onerror=jahat>">',
]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_hostile_comes_through(html):
    clean = bersih(f"<p>awal</p>{html}")
    assert clean.startswith("<p>awal</p>")
    assert "jahat" not in clean
    assert "onerror" not in clean.replace("&lt;img src=x onerror", "")
    assert "lkip:" not in clean


def test_what_stands_in_a_paragraph_stays_text():
    assert bersih("<p>a &lt;script&gt; b</p>") == "<p>a &lt;script&gt; b</p>"


def test_an_embedded_picture_of_a_known_kind_stays():
    html = f'<img src="data:image/png;base64,{PNG}" alt="Peta">'
    assert bersih(html) == html
    assert isi_gambar(f"data:image/png;base64,{PNG}")[0] == "png"


@pytest.mark.parametrize(
    "src",
    ["http://x/y.png", "data:image/png;base64,AAAA", f"data:image/jpeg;base64,{PNG}", "x.png"],
)
def test_a_picture_that_cannot_be_embedded_is_told(src):
    assert (
        bersih(f'<img src="{src}" alt="Peta &lt;b>">')
        == "(gambar tidak disertakan: Peta &lt;b&gt;)"
    )


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("![Peta](http://jahat/x.png)", "<p>(gambar tidak disertakan: Peta)</p>"),
        ("[x](javascript:jahat)", "<p><a>x</a></p>"),
        ("[x](file:///etc/passwd)", "<p><a>x</a></p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[x](https://contoh.go.id)", '<p><a href="https://contoh.go.id">x</a></p>'),
    ],
)
def test_prose_passes_the_gate(template, html):
    (piece,) = render(template, {})
    assert piece.isi == html


def test_links_of_markdown_keep_their_place_in_the_document():
    assert bersih(markdown("[x](#tabel-a)")).strip() == '<p><a href="#tabel-a">x</a></p>'


def test_a_frame_of_an_analyst_comes_through_as_a_table():
    import pandas as pd

    frame = pd.DataFrame({"a": ["<b>x</b>"], "b": [2]})
    clean = bersih(frame._repr_html_())
    assert "<td>&lt;b&gt;x&lt;/b&gt;</td>" in clean
    assert "<style" not in clean
