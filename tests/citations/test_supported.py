"""A citation stands behind its sentence, and closes a quotation."""

from __future__ import annotations

from .builders import entry, resolve

LIST = (entry("e1", "Kim", year=2014, title="Legacies"), entry("e2", "Lee", year=2006, title="Transmission"))


def test_the_claim_is_the_sentence_of_the_citation():
    made, resolved = resolve("Rivers are old. Laws are older (Kim 2014). So are tales (Lee 2006).", LIST)
    assert resolved.citations[0].claim.of(made.text) == "Laws are older (Kim 2014)."


def test_a_citation_that_stands_alone_covers_the_sentence_before():
    made, resolved = resolve("Rivers are old. Laws are older. (Kim 2014) So are all tales of old (Lee 2006).", LIST)
    assert "Laws are older." in resolved.citations[0].claim.of(made.text)


def test_the_claim_of_a_note_is_the_sentence_of_its_mark():
    made, resolved = resolve("Rivers are old. Laws are older.* Tales.", LIST, ("Kim, Legacies (Seoul, 2014), 3.",))
    assert resolved.citations[0].claim.of(made.text) == "Laws are older.*"


def test_a_quotation_before_a_citation_is_closed_by_it():
    made, resolved = resolve("He wrote that “laws are older than rivers” (Kim 2014). So be it (Lee 2006).", LIST)
    assert resolved.citations[0].quotation.of(made.text) == "“laws are older than rivers”"
    assert resolved.citations[1].quotation is None
