"""One rendering of one template: what Jinja asks of its environment, answered narrowly."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Template, nodes, pass_context
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from lkipnb.present.polos import Panggilan
from lkipnb.present.sandbox.bounds import BATAS_BAB, BATAS_INSTANSI, Takaran
from lkipnb.present.sandbox.counting import Terhitung, counting_filters
from lkipnb.present.sandbox.filters import guarded_filters
from lkipnb.present.sandbox.names import Bagian, Konteks, TidakAda
from lkipnb.present.sandbox.values import mixed, number, refuse_undefined, shown
from lkipnb.schemas.templat import ALWAYS, TESTS, Ditolak, bilangan_wajar, periksa

# What Jinja itself adds to a call within a loop or a block.
_OF_JINJA = frozenset(("_loop_vars", "_block_vars"))
_OF_A_LOOP = {"index", "index0", "revindex", "revindex0", "first", "last", "length"}


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one template, with the bounds of a chapter or, without `bagian`, those of
    an agency.
    """

    intercepted_binops = frozenset(("+", "-", "*", "/"))
    intercepted_unops = frozenset(("+", "-"))
    context_class = Konteks

    def __init__(
        self,
        nilai: Mapping[str, object],
        tampil: Callable[[object], str],
        bagian: Mapping[str, str] | None,
    ):
        takaran = Takaran(BATAS_INSTANSI if bagian is None else BATAS_BAB)
        super().__init__(
            undefined=TidakAda,
            finalize=_finalizer(takaran, tampil),
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            optimized=False,  # nothing is computed while compiling
            loader=Bagian(bagian or {}),
        )
        self.nilai = nilai
        self._takaran = takaran
        self._trusted = bagian is not None
        self._allowed = ALWAYS if bagian is None else (*ALWAYS, nodes.Include)
        self.globals = {}
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}
        self.filters = {**guarded_filters(takaran), **counting_filters(takaran)}

    def tulis(self, template: str) -> str:
        """The text of a template, produced piece by piece so that its length is watched."""
        made, length = [], 0
        for chunk in self.templat(template).generate():
            length += len(chunk)
            self._takaran.hasil(length)
            made.append(chunk)
        return "".join(made)

    def templat(self, text: str) -> Template:
        """A template, after every piece of it was checked and its loops were given a bound."""
        self._takaran.templat(text)
        tree = self.parse(text)
        periksa(tree, self._allowed)
        return self.from_string(Terhitung().visit(tree))

    def getattr(self, obj: object, attribute: str) -> object:
        """An item of a mapping, or a count of a loop; there are no attributes."""
        if isinstance(obj, LoopContext) and attribute in _OF_A_LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """An item of a mapping by its key, of a tuple by its number."""
        if isinstance(obj, Undefined):
            return obj
        found = _item(obj, argument)
        if found is missing:
            return self.undefined(obj=obj, name=str(argument))
        return found

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return False

    def is_safe_callable(self, obj: object) -> bool:
        return isinstance(obj, Panggilan)

    def call(
        self, context: Context, called: object, /, *arguments: object, **options: object
    ) -> object:
        refuse_undefined(called)
        if not isinstance(called, Panggilan):
            raise Ditolak("hanya rujuk, tabel, gambar, dan tambahan yang dapat dipanggil")
        given = options.keys() - _OF_JINJA
        if given or not all(isinstance(argument, str) for argument in arguments):
            raise Ditolak(
                f"{called.nama} diisi dengan kata-kata saja, misalnya {called.nama}(…, “…”)"
            )
        self._takaran.langkah()
        return called.fungsi(*map(str, arguments))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        sides = number(operator, left), number(operator, right)
        result = super().call_binop(context, operator, *sides)
        # A whole number grows without bound when it is multiplied by itself.
        if not bilangan_wajar(result):
            raise Ditolak("hasil hitungannya terlalu besar")
        if self._trusted:
            return result
        return mixed(result, sides)

    def call_unop(self, context: Context, operator: str, arg: object) -> object:
        return super().call_unop(context, operator, number(operator, arg))


def _item(obj: object, argument: object) -> object:
    """What stands under a key or a number; `missing` where nothing does."""
    if isinstance(obj, Mapping) and isinstance(argument, str | int):
        return obj.get(argument, missing)
    if isinstance(obj, tuple) and type(argument) is int and -len(obj) <= argument < len(obj):
        return obj[argument]
    return missing


def _finalizer(takaran: Takaran, tampil: Callable[[object], str]) -> Callable[..., str]:
    @pass_context
    def final(context: Context, value: object) -> str:
        # Being bound to the context, Jinja never calls it while compiling.
        refuse_undefined(value)
        takaran.langkah()
        if isinstance(value, tuple | Mapping | Panggilan | LoopContext):
            raise Ditolak(f"{shown(value)} bukan satu nilai; sebut isinya, misalnya profil.nama")
        return tampil(value)

    return final
