"""Where every figure comes from: links in the HTML report, and the whole graph as `lineage.json`.

A block carries the origin of each of its figures as an expression (`lkipnb.asal`).  In the report
each figure becomes a link to its origin in words; in the PDF only the figure is left.
"""
