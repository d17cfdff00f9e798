"""This package contains overviews: what many calls together say, how sure that is, and what to do with it."""
