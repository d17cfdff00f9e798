"""This module contains the start of `python -m scoring`."""

import sys

from scoring.commands import main

if __name__ == "__main__":
    sys.exit(main())
