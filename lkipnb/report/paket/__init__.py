"""The data of a report as a Frictionless data package, for a portal and for who audits the PDF."""

from lkipnb.report.paket.isi import paket

__all__ = ["paket"]
