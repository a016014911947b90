"""Consistency checks for Indonesian performance reports, and the site that shows them."""

__version__ = "0.1.0"
