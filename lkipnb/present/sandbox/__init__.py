"""The template language of prose: a small part of Jinja over plain values, with bounds.

Agency prose comes from strangers, by mail and in workbooks.  So a template is refused unless every
piece of its grammar, every filter and every test stands on a list (`schemas.templat`).  An
attribute is an item of a mapping and nothing else, only a `Panggilan` can be called, and loops,
length, nesting and time are bounded.
"""

from lkipnb.present.sandbox.filling import isi_templat

__all__ = ["isi_templat"]
