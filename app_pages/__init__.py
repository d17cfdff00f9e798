"""This package contains the screens of the dashboard: one file a screen, and the pieces they draw with."""
