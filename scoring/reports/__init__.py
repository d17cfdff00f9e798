"""This package contains what leaves the tool: exports and pages that are safe to open."""
