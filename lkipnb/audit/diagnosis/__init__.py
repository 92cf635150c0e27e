"""Why relations between printed cells are broken: the smallest change that makes them hold again.

Relations that are broken together are looked at together.  `cells`, `shifts`, `swaps`, `copies`,
`lines` and their neighbours say what hands do to a table; `evidence` tells which relations speak
for such a change and which against it; `slips` how likely it is; `choice` decides between those
that explain alike.
"""

from lkipnb.audit.diagnosis.choice import jelaskan
from lkipnb.audit.diagnosis.evidence import Jaring
from lkipnb.audit.diagnosis.explanation import Penjelasan

__all__ = ["Jaring", "Penjelasan", "jelaskan"]
