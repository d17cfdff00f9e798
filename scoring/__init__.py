"""Klankbord judges phone calls of Dutch public services by the five B's."""

__version__ = "0.1.0"
