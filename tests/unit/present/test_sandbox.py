"""Templates of strangers: plain values only, nothing runs, everything has a bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

import pytest

from lkipnb.asal import Angka, Kata, Sel
from lkipnb.errors import UsageError
from lkipnb.present.format import Tampil
from lkipnb.present.kalimat import Kalimat
from lkipnb.present.narasi import render
from lkipnb.present.polos import Panggilan, polos
from lkipnb.present.tabel import DaftarTabel
from lkipnb.schemas.templat import terketik

PLAIN = {
    str, Kata, Kalimat, Tampil, bool, int, float, Decimal, Angka, type(None), tuple,
    MappingProxyType,
}  # fmt: skip


def reachable(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Every value that a template can come to, with the way to it."""
    waiting = list(values.items())
    while waiting:
        way, value = waiting.pop()
        yield way, value
        if isinstance(value, Mapping):
            waiting += [(f"{way}.{key}", item) for key, item in value.items()]
            waiting += [(f"{way} key", key) for key in value]
        elif isinstance(value, tuple):
            waiting += [(f"{way}[{n}]", item) for n, item in enumerate(value)]


def called(values: Mapping[str, object]) -> set[str]:
    return {value.nama for _, value in reachable(values) if isinstance(value, Panggilan)}


def test_prose_of_an_agency_can_call_nothing_but_rujuk(lk):
    assert called(lk.konteks) == {"rujuk"}


def test_prose_of_a_chapter_can_call_the_blocks_of_the_report_and_rujuk_only(lk):
    names = called(lk.konteks_bab) - {"rujuk"}
    assert "tabel.skala" in names
    assert "gambar.capaian_iku" in names
    assert {name.split(".")[0] for name in names} == {"tabel", "gambar", "tambahan"}
    assert {f"tabel.{name}" for name in dir(DaftarTabel(lk))} <= names


def test_everything_that_prose_can_reach_is_a_plain_value(lk):
    for way, value in reachable(lk.konteks_bab):
        if isinstance(value, Panggilan):
            continue
        assert not callable(value), way
        assert type(value) in PLAIN or type(value).__name__ in {
            "Rasio",
            "RentangNilai",
            "NotApplicable",
        }, way


def test_nothing_that_prose_can_reach_can_be_changed(lk):
    with pytest.raises(TypeError):
        lk.konteks["profil"]["nama"] = "lain"


def test_what_is_no_plain_value_is_refused_when_the_context_is_made():
    with pytest.raises(TypeError, match="object is no plain value"):
        polos({"a": [object()]})


def test_a_number_keeps_its_origin_on_the_way_through_prose(lk):
    (piece,) = render("{{ anggaran.pagu_rp | rupiah }}", lk.konteks)
    assert 'data-asal="jumlah(&quot;anggaran&quot;' in piece.isi


def test_the_nip_is_no_value_of_prose(lk):
    assert lk.data.profil.kepala.nip
    assert "nip" not in lk.konteks["profil"]["kepala"]


# Each was taken from the literature on escapes of Jinja's sandbox, or from an attack on this
# program.
ATTACKS = [
    '{{ profil.parse_raw("x", proto="pickle", allow_pickle=true) }}',
    '{{ profil.parse_file("/etc/passwd") }}',
    "{{ profil.model_dump() }}",
    '{{ profil.__init__.__globals__["sys"] }}',
    "{{ profil.__class__.__mro__ }}",
    "{{ profil['__class__'] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__base__ }}",
    "{{ {}.__class__ }}",
    "{{ 'a'.join(['b']) }}",
    "{{ '{0.__class__}'.format(profil) }}",
    "{{ '{0.__class__}'.format_map(profil) }}",
    "{{ '%s' % profil }}",
    "{{ '%s' | format(profil) }}",
    "{{ anggaran.pagu_rp.asal }}",
    "{{ anggaran.pagu_rp.as_tuple() }}",
    "{{ anggaran.pagu_rp.__reduce__() }}",
    "{{ anggaran.__len__() }}",
    "{{ sasaran.append(1) }}",
    "{{ sasaran.__add__ }}",
    "{{ belanja.items() }}",
    "{{ belanja.pop('x') }}",
    "{{ rujuk.fungsi }}",
    "{{ rujuk.fungsi.__globals__ }}",
    "{{ rujuk.__call__ }}",
    "{{ rujuk }}",
    "{{ rujuk(profil, 'x') }}",
    "{{ rujuk(*sasaran) }}",
    "{{ rujuk(**profil) }}",
    "{{ rujuk(jenis='tabel', kunci='x') }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ super() }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler.__init__ }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ range(10) }}",
    "{{ dict(a=1) }}",
    "{{ tabel.skala() }}",
    "{{ gambar.capaian_iku() }}",
    "{{ _nilai }}",
    "{{ __builtins__ }}",
    "{{ tidak_ada.__class__ }}",
    "{{ (tidak_ada | default(1)).__class__ }}",
    "{{ ('<script>' | safe) }}",
    "{{ profil | tojson }}",
    "{{ {'onload': 'x'} | xmlattr }}",
    "{{ 'x' | attr('__class__') }}",
    "{{ profil | attr('__init__') }}",
    "{{ sasaran | map('attr', '__class__') | list }}",
    "{{ sasaran | map(attribute='__class__') | list }}",
    "{{ sasaran | map(attribute='kode.__class__') | list }}",
    "{{ sasaran | selectattr('__class__') | list }}",
    "{{ sasaran | selectattr('kode', 'callable') | list }}",
    "{{ sasaran | groupby('__class__') }}",
    "{{ sasaran | pprint }}",
    "{{ '<b>' | forceescape }}",
    "{{ 'x' | urlize }}",
    "{{ profil | string }}",
    "{{ profil is callable }}",
    "{{ profil is sameas(profil) }}",
    "{{ 'a'[0:1] }}",
    "{{ profil }}",
    "{{ sasaran }}",
    "{% for a in sasaran %}{{ loop }}{% endfor %}",
    "{% for a in sasaran %}{{ loop._iterator }}{% endfor %}",
    "{% for a in sasaran %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for a in sasaran %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for a in sasaran recursive %}{{ loop(sasaran) }}{% endfor %}",
    "{% include 'target' %}",
    "{% include '/etc/passwd' %}",
    "{% include ['a', 'b'] ignore missing %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block a %}{{ super() }}{% endblock %}",
    "{% macro a() %}{% endmacro %}{{ a() }}",
    "{% call rujuk() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with a = 1 %}{% endwith %}",
    "{% set a %}x{% endset %}",
    "{% set profil.nama = 'x' %}",
    "{% set ns.a = 1 %}",
    "{% autoescape false %}{{ '<b>' }}{% endautoescape %}",
    "{% do profil.pop() %}",
    "{% trans %}x{% endtrans %}",
    "{% debug %}",
    "{% if profil.parse_raw %}x{% endif %}",
    "{% for a in profil.nama %}x{% endfor %}",
    "[x]({{ profil.alamat }})",
    "![{{ profil.nama }}](x)",
    '[x](y "{{ anggaran.pagu_rp }}")',
    "\ue0000\ue001",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_in_a_sentence_that_names_the_file(lk, attack):
    with pytest.raises(UsageError) as refused:
        render(attack, lk.konteks, tempat="narasi/simpulan.md")
    said = str(refused.value)
    assert said.startswith(
        ("Narasi tidak dapat disusun (narasi/simpulan.md", "Nilai {{ }} tidak dapat menjadi alamat")
    )
    assert said.count("\n") == 0
    assert "object at 0x" not in said


ROWS = {"x": tuple({"a": n} for n in range(1000)), "kata": "a" * 1000, "n": Decimal("1E+900")}

EXCESSES = [
    "{% for a in x %}{% for b in x %}{% endfor %}{% endfor %}",
    "{% for a in x if a in x %}{{ x | length }}{% endfor %}",
    "{% for a in x %}{% if a %}{{ x | map(attribute='a') | list | length }}{% endif %}{% endfor %}",
    "{% for a in x %}" * 7 + "{% endfor %}" * 7,
    "{% for a in x %}" + "kata " * 1000 + "{% endfor %}",
    "{{ 'a' * 1000000000 }}",
    "{{ 1000000000 * 'a' }}",
    "{{ 'a' + 'b' }}",
    "{{ x + x }}",
    "{{ 2 ** 99999999 }}",
    "{{ 9 // 2 }}",
    "{{ 9 % 2 }}",
    "{{ 1 / 0 }}",
    "{{ 1 < 'a' }}",
    "{{ 'a' | center(1000000000) }}",
    "{{ 'a' | indent(1000000000) }}",
    "{{ 1 | angka(1000000000) }}",
    "{{ 1 | persen(desimal=1000000000) }}",
    "{{ 'a' | persen }}",
    "{{ 1 | daftar }}",
    "{{ n | terbilang }}",
    "{% set b = kata ~ kata ~ kata ~ kata %}" + "{% set b = b ~ b %}" * 60,
    "{% set b = [x, x] %}",
    "{% set b = {'a': x} %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ x" + ".a" * 5000 + " }}",
    "{{ 1" + " | angka" * 5000 + " }}",
    "{{ " + "not " * 5000 + "1 }}",
    "{{ " + "-" * 5000 + "1 }}",
    "{% if x %}" * 200 + "{% endif %}" * 200,
    "{{ " + "9" * 5000 + " }}",
    "{{ 0x" + "f" * 5000 + " }}",
    "{{ 1e999 | angka }}",
    "{{ -1e999 }}",
    "{% set x = 9999999999 %}" + "{% set x = x * x %}" * 22 + "A",
    "{% set x = 1 %}" * 3000,
    "{{ kata }} " * 30_000,
    "a" * 100_001,
    "{{",
    "{% if %}",
    "{% endfor %}",
    "{{ 'a }}",
    "{# tidak ditutup",
]


@pytest.mark.parametrize("excess", EXCESSES, ids=range(len(EXCESSES)))
def test_an_excess_is_refused_in_a_sentence(excess):
    with pytest.raises(UsageError, match=r"^Narasi tidak dapat disusun") as refused:
        render(excess, ROWS)
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (
            "satu\n\n{{ profil.nma }}",
            r"\(narasi/a.md, baris 3\): “nma” tidak ada; yang ada: nama, jenis",
        ),
        ("{{ profl.nama }}", "nama “profl” tidak ada"),
        ("{{ 1 | rupia }}", r"“\| rupia” tidak ada; yang ada: angka, capitalize"),
        ("{% macro a() %}{% endmacro %}", r"{% macro %} tidak dipakai dalam narasi"),
        ("satu\n{% if %}", r"baris 2\): penulisannya keliru; periksa pasangan"),
        ("{{ profil }}", "sekumpulan nilai bukan satu nilai; sebut isinya"),
        ("{{ 'a' | persen }}", r"“\| persen” tidak dapat dipakai untuk “a”"),
    ],
)
def test_a_refusal_says_where_and_what_was_expected(lk, template, sentence):
    with pytest.raises(UsageError, match=sentence):
        render(template, lk.konteks, tempat="narasi/a.md")


def test_a_chapter_includes_its_own_pieces_only_and_they_are_checked_too():
    with pytest.raises(UsageError, match="bagian “lain” tidak ada"):
        render("{% include 'lain' %}", {}, {"ada": "x"})
    with pytest.raises(UsageError, match=r"{% macro %} tidak dipakai"):
        render("{% include 'ada' %}", {}, {"ada": "{% macro a() %}{% endmacro %}"})
    with pytest.raises(UsageError, match="terlalu dalam"):
        render("{% include 'ada' %}", {}, {"ada": "{% include 'ada' %}"})


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (
            "{% for k, v in d | items %}{{ k }}={{ v }}{{ '; ' if not loop.last }}{% endfor %}",
            "a=1; b=2",
        ),
        ("{{ x | selectattr('a', 'eq', 3) | list | length }}", "1"),
        ("{{ x | rejectattr('a') | map(attribute='a') | list | daftar }}", "0"),
        ("{{ 'dari' | capitalize }} {{ 1.5 + 2 }}", "Dari 3,5"),
        ("{{ 'satu' if 'a' in d else 'dua' }} {{ 'x' ~ 1 }}", "satu x1"),
        ("{{ benar }} {{ d.a is none }} {{ q is defined }}", "ya tidak tidak"),
    ],
)
def test_what_prose_needs_works(template, text):
    values = {"d": {"a": 1, "b": 2}, "x": tuple({"a": n} for n in range(4)), "benar": True}
    template = template.replace("{{ '; ' if not loop.last }}", "{{ '' if loop.last else '; ' }}")
    (piece,) = render(template, values)
    assert piece.isi.replace("</p>", "").startswith(f"<p>{text}") or text in piece.isi


SERAPAN = Angka("98.6", Sel("anggaran", "serapan_persen", 2))


@pytest.mark.parametrize(
    "sum", ["a * 0 + 77", "a + 1", "1 + a", "a * tahun", "-(a * 0) - (-77)", "a / 2", "77"]
)
def test_a_figure_mixed_with_a_typed_number_shows_no_origin(sum):
    shown = render(f"{{{{ ({sum}) | persen }}}}", {"a": SERAPAN, "tahun": 2020}, None)
    assert "data-asal" not in shown[0].isi


@pytest.mark.parametrize("sum", ["a", "a + a", "a / a", "-a"])
def test_what_is_made_of_figures_alone_keeps_its_origin(sum):
    assert "data-asal" in render(f"{{{{ ({sum}) | persen }}}}", {"a": SERAPAN}, None)[0].isi


def test_a_chapter_may_calculate_with_a_constant_of_its_own():
    assert "data-asal" in render("{{ (a * 100) | persen }}", {"a": SERAPAN}, {})[0].isi


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{{ (a.b * 0 + 77) | persen }}", {"0", "77"}),
        ("{{ '98,6' ~ '0%' }}", {"98,6", "0%"}),
        ("{% set x = 77.5 %}{{ x }}", {"77,5"}),
        ("{% for x in [1, 2] %}{{ x }}{% endfor %}", {"1", "2"}),
        ("{{ 'naik' if x > 5 else '9%' }}", {"naik", "9%"}),
        ("{{ x | nilai('dari 99%') }}", {"dari 99%"}),
        ("{{ tahun - 1 }} {{ a['b-1'][0] | angka(2) }} {{ rujuk('tabel', 'a-1') }}", set()),
        ("{% if x == 3 %}a{% endif %}{{ rusak", set()),
        ("{{ 0x" + "f" * 5000 + " }}{{ 1e999 }}{{ 7 }}", {"7"}),
    ],
)
def test_what_is_typed_into_a_template_and_may_be_shown_is_known(typed, told):
    assert set(terketik(typed)) == told
