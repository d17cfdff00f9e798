"""This package contains how people and the machine are compared."""
