from scoring.speech.languages import choose, doubts


def test_dutch_as_expected_raises_no_doubt():
    assert doubts("kanaal 1", {"nl": 0.9, "en": 0.1}, "nl") == ()


def test_a_clearly_other_language_is_named_in_dutch():
    (warning,) = doubts("kanaal 2", {"en": 0.9, "nl": 0.05}, "nl")
    assert warning.startswith("Kanaal 2 lijkt Engels, maar is uitgewerkt als Nederlands.")


def test_a_close_call_is_not_worth_a_warning():
    assert doubts("kanaal 1", {"de": 0.55, "nl": 0.4}, "nl") == ()
    assert doubts("kanaal 1", {"de": 0.3, "fr": 0.25, "nl": 0.05}, "nl") == ()


def test_the_language_of_a_call_is_that_of_all_channels_together():
    assert choose([{"nl": 0.6, "en": 0.4}, {"en": 0.5, "nl": 0.45}]) == "nl"
