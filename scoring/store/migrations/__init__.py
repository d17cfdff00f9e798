"""This package contains the changes of the database over time."""
