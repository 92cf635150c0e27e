"""To and from Excel: the form that a planner fills, and its way into `data/`."""
