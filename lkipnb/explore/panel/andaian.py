"""What if: other figures, what follows from them at once, scenarios kept and compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lkipnb.errors import LkipError
from lkipnb.explore import ikhtisar
from lkipnb.explore.banding import banding
from lkipnb.explore.berkas import baca, nama_berkas, tulis
from lkipnb.explore.besaran import BESARAN, Besaran, sebutan
from lkipnb.explore.panel.isian import LABEL, WIDE, pilih, saat_berubah, teks
from lkipnb.explore.panel.keadaan import Keadaan
from lkipnb.explore.panel.kisi import Kisi
from lkipnb.explore.sesi import Sesi, alasan
from lkipnb.explore.unduhan import TEKS, Unduhan, tautan
from lkipnb.load.andaian import Andai
from lkipnb.present.html import render

if TYPE_CHECKING:
    import ipywidgets

HELP = "Tidak ada yang ditulis ke folder data. Ketik nilai lain lalu Enter; kosong berarti kosong."


class PanelAndaian:
    """The widgets of a scenario; what they show follows from its `sesi`."""

    def __init__(self, keadaan: Keadaan) -> None:
        import ipywidgets as widgets

        self.sesi = Sesi(keadaan.lk)
        self._templat = ikhtisar.templat(keadaan.lk.folder)
        self._semula = ikhtisar.kalimat(keadaan.lk, self._templat)
        self._known = {one.nama: one for one in BESARAN if one.baris(keadaan.lk)}
        self.besaran = pilih("Yang diandaikan", list(self._known), next(iter(self._known)))
        self.baris = pilih("Baris", {"": ""}, "")
        self.nilai = widgets.Combobox(
            description="Nilai andaian",
            continuous_update=False,
            style=LABEL,
            layout=WIDE,
            ensure_option=False,
        )
        self.kini = widgets.HTML()
        self.pesan = widgets.HTML()
        self.daftar = widgets.VBox()
        self.ikhtisar = widgets.HTML()
        self.banding = Kisi(keadaan.lk, "andaian")
        self.nama = teks("Nama andaian")
        self.unduhan = widgets.HTML()
        self.tersimpan = pilih("Andaian tersimpan", {"": ""}, "")
        self.unggah = widgets.FileUpload(accept=".yaml", description="Muat dari berkas")
        self._quiet = False
        self._listen()
        self._rows()
        self._show()

    @property
    def widget(self) -> ipywidgets.VBox:
        import ipywidgets as widgets

        help_text = widgets.HTML(render("jelajah/pesan.html.j2", teks=HELP))
        typed = [self.besaran, self.baris, self.kini, self.nilai, self.pesan, self.daftar]
        kept = [self.nama, *self._buttons(), self.unduhan, self.tersimpan, self.unggah]
        return widgets.VBox([help_text, *typed, self.ikhtisar, self.banding.widget, *kept])

    def _buttons(self) -> list[ipywidgets.Widget]:
        import ipywidgets as widgets

        calls: dict[str, Callable[[], object]] = {
            "Simpan andaian": lambda: self._try(self._keep),
            "Kosongkan": lambda: self._try(self.sesi.kosongkan),
        }
        made = [widgets.Button(description=label, layout={"width": "auto"}) for label in calls]
        for button, call in zip(made, calls.values(), strict=True):
            button.on_click(lambda clicked, call=call: call())
        return [widgets.HBox(made)]

    def _listen(self) -> None:
        saat_berubah(self._rows, self.besaran)
        saat_berubah(self._cell, self.baris)
        saat_berubah(self._assume, self.nilai)
        saat_berubah(self._take, self.tersimpan)
        self.unggah.observe(lambda change: self._load(change["new"]), "value")

    @property
    def _chosen(self) -> Besaran:
        return self._known[self.besaran.value]

    def _rows(self) -> None:
        """The rows that have the chosen figure."""
        rows = dict(self._chosen.baris(self.sesi.nyata))
        self.baris.options = list(rows.items())
        self._cell()

    def _cell(self) -> None:
        """What stands in the chosen cell, in truth and in the scenario."""
        key = self.baris.value or ""
        self._quiet = True
        self.nilai.options = self._chosen.pilihan(self.sesi.nyata)
        self.nilai.value = self._chosen.kini(self.sesi.hasil, key)
        self._quiet = False
        told = self._chosen.kini(self.sesi.nyata, key) or "(kosong)"
        self.kini.value = render("jelajah/pesan.html.j2", teks=f"Nilai sebenarnya: {told}")

    def _assume(self) -> None:
        if self._quiet:
            return
        cell = self._chosen.andai(self.baris.value or "", self.nilai.value)
        as_it_is = self._chosen.kini(self.sesi.nyata, self.baris.value or "") == cell.nilai
        change = self.sesi.batalkan if as_it_is else self.sesi.andaikan
        self._try(lambda: change(cell))

    def _try(self, call: Callable[[], object]) -> None:
        """Do it, or say why it cannot be done; what is shown follows."""
        self.pesan.value = ""
        try:
            call()
        except LkipError as error:
            self.pesan.value = render("jelajah/galat.html.j2", baris=alasan(error))
        self._show()

    def _show(self) -> None:
        then = ikhtisar.kalimat(self.sesi.hasil, self._templat)
        self.ikhtisar.value = ikhtisar.tampilan(self._semula, then)
        sides = self.sesi.sisi()
        columns = {f"s{n}": each for n, each in enumerate(sides.values())}
        self.banding.tampilkan(banding(sides), columns)
        self.daftar.children = [self._assumed(each) for each in self.sesi.kini.andai]

    def _assumed(self, andai: Andai) -> ipywidgets.HBox:
        """An assumed cell with a button that takes it back."""
        import ipywidgets as widgets

        back = widgets.Button(description="Batalkan", tooltip=f"Batalkan {sebutan(andai)}")
        back.on_click(lambda button: self._try(lambda: self.sesi.batalkan(andai)))
        told = widgets.HTML(render("jelajah/andai.html.j2", teks=sebutan(andai)))
        return widgets.HBox([back, told])

    def _keep(self) -> None:
        """Keep the scenario, and offer it as a file."""
        kept = self.sesi.simpan(self.nama.value)
        file = Unduhan(nama_berkas(kept.nama), TEKS, tulis(kept).encode())
        self.unduhan.value = tautan([file])
        self._list(kept.nama)

    def _list(self, chosen: str) -> None:
        self._quiet = True
        self.tersimpan.options = ["", *self.sesi.tersimpan]
        self.tersimpan.value = chosen
        self._quiet = False

    def _take(self) -> None:
        """Work on a scenario that was kept."""
        if self._quiet or not self.tersimpan.value:
            return
        kept, _ = self.sesi.tersimpan[self.tersimpan.value]
        self._try(lambda: self.sesi.pakai(kept))

    def _load(self, files: tuple[dict[str, Any], ...]) -> None:
        """Work on the scenario of a file that was given."""
        if files:
            content = bytes(files[0]["content"])
            self._try(lambda: self._read(content))
            self.unggah.value = ()

    def _read(self, content: bytes) -> None:
        read = baca(content)
        self.sesi.pakai(read)
        self.nama.value = read.nama
        self._keep()


def panel(keadaan: Keadaan) -> ipywidgets.VBox:
    """The panel of a scenario."""
    return PanelAndaian(keadaan).widget
