"""This package contains the benchmarks; see README.md in this folder."""
