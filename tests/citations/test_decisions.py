"""Decisions, statutes, archives and newspapers in notes are never taken for works that the list lacks."""

from __future__ import annotations

import pytest

from .builders import entry, linked

LIST = (
    entry("e1", "Weber", year=2017, title="Haftung für Maschinen", raw="Weber, K.: Haftung für Maschinen. In: AcP 217"),
    entry("e2", "Haas", year=1990, title="Roads and tolls"),
)


@pytest.mark.parametrize(
    "note",
    [
        "BGH, Urt. v. 3.5.1990 – IX ZR 12/89, NJW 1990, 2345.",
        "OLG Hamm, ZIP 2011, 1202; BVerfGE 7, 198 (205).",
        "BT-Drs. 17/2434, S. 5.",
        "EuGH, Urt. v. 5.2.1963, Rs. 26/62, Slg. 1963, 1, 12.",
        "Rowe v. Mason, 512 U.S. 34, 41 (1994).",
        "Rowe v Mason [2004] UKHL 12, [2004] 2 AC 33.",
        "In re Larkin, No. 3:12-cv-001 (D. Or. 2013).",
        "Rowe, 512 U.S. at 44.",
        "대법원 2001. 3. 23. 선고 2000다12345 판결.",
        "最判平成20年3月6日民集62巻3号665頁。",
        "Archivio di Stato di Lucca, Anziani, reg. 12, fol. 44r.",
        "TNA, FO 371/4512, fol. 22.",
        "Morning Herald, March 3, 1921, 4.",
        "Le Courrier, 12 mars 1921, p. 2.",
        "Richtlinie (EU) 2021/412, ABl. L 36 v. 2.5.2021, S. 1.",
        "Regulation (EU) 2015/731, OJ L 119, 1.",
        "Verordnung (EG) Nr. 412/2003, ABl. L 12, S. 4.",
        "Northshire Record Office, Sessions Rolls, 1781/4.",
        "Archivo Municipal de Lorca, Actas de Pleno, libro 71, sesión de 2 de mayo de 1931.",
    ],
)
def test_what_no_list_of_literature_holds_is_no_citation(note):
    rows = linked("One.* Two.*", LIST, [note, "A. Haas, Roads and Tolls (London: Hall, 1990), 12."])
    assert rows == [("A. Haas, Roads and Tolls (London: Hall, 1990), 12", ["e2"], ["sure"])]


@pytest.mark.parametrize(
    ("note", "printed", "key"),
    [
        ("Dagegen Weber, AcP 217 (2017), 707.", "Weber, AcP 217 (2017), 707", "e1"),
        ("So bereits Haas, Roads and Tolls, p. 9.", "Haas, Roads and Tolls, p. 9", "e2"),
        ("Voir aussi A. Haas, Roads and Tolls, p. 9.", "A. Haas, Roads and Tolls, p. 9", "e2"),
    ],
)
def test_words_before_an_author_are_no_part_of_the_name(note, printed, key):
    rows = linked("One.*", LIST, [note])
    assert [(row[0], row[1]) for row in rows] == [(printed, [key])]


@pytest.mark.parametrize("joint", ["und", "sowie", "y", "e", "et", "and"])
def test_two_works_joined_by_a_word_are_two(joint):
    note = f"Weber, Haftung für Maschinen, S. 12, {joint} A. Haas, Roads and Tolls, London 1990, p. 9."
    assert [row[1] for row in linked("One.*", LIST, [note])] == [["e1"], ["e2"]]
