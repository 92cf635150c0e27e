"""Files and folders put in place whole: one exchange, a lock, a private place to work, backups with
a bound.
"""
