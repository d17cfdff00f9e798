"""This package contains what Klankbord knows of Dutch: words, phrases, names, numbers, dates, intents."""
