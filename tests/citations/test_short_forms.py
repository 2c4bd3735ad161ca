"""Short forms are found in every language, with the names before them and the pages after."""

from __future__ import annotations

import pathlib
import re

import pytest

from kjaudit.citations.shelf import shelf_of
from kjaudit.citations.shortforms import short_forms

SHARED = pathlib.Path(__file__).parents[2] / ".." / "shared"


def found(text):
    cited = short_forms(text, 0, len(text), shelf_of(()))
    return [
        (each.kind.value, each.span.of(text), [str(name) for name in each.names], each.note_number) for each in cited
    ]


@pytest.mark.parametrize(
    ("text", "kind", "span", "names", "number"),
    [
        ("Ibid., 12.", "ibid", "Ibid., 12", [], None),
        ("Ibidem, 54.", "ibid", "Ibidem, 54", [], None),
        ("Íd., p. 15.", "ibid", "Íd., p. 15", [], None),
        ("Ebenda, S. 5.", "ibid", "Ebenda, S. 5", [], None),
        ("위의 글, 12쪽.", "ibid", "위의 글, 12쪽", [], None),
        ("같은 책, 146쪽.", "ibid", "같은 책, 146쪽", [], None),
        ("同上、29頁。", "ibid", "同上、29頁", [], None),
        ("なお書誌については同上、35頁に詳しい。", "ibid", "同上、35頁", [], None),
        ("Chris Lu et al., Ibid., p. 19.", "ibid", "Chris Lu et al., Ibid., p. 19", ["Chris Lu"], None),
        ("Dupont, op. cit., p. 12.", "opcit", "Dupont, op. cit., p. 12", ["Dupont"], None),
        ("Müller, a.a.O., S. 33", "opcit", "Müller, a.a.O., S. 33", ["Müller"], None),
        ("Pérez, op. cit. (note 2), p. 4.", "opcit", "Pérez, op. cit. (note 2), p. 4", ["Pérez"], 2),
        ("García Canclini, ob. cit., p. 33", "opcit", "García Canclini, ob. cit., p. 33", ["García Canclini"], None),
        ("정희정, 앞의 논문, 183쪽.", "opcit", "정희정, 앞의 논문, 183쪽", ["정희정"], None),
        ("김병준·천정환, 앞의 논문, 469면.", "opcit", "김병준·천정환, 앞의 논문, 469면", ["김병준", "천정환"], None),
        ("이상경, 2011, 앞의 논문, 12~18쪽.", "opcit", "이상경, 2011, 앞의 논문, 12~18쪽", ["이상경"], None),
        ("佐治・中村前掲論文、6頁", "opcit", "佐治・中村前掲論文、6頁", ["佐治", "中村"], None),
        ("Smith, supra n. 7, 45.", "supra", "Smith, supra n. 7, 45", ["Smith"], 7),
        ("Smith (n 3) 45.", "supra", "Smith (n 3) 45", ["Smith"], 3),
        ("Zweigert/Kötz (Fn. 3), S. 12.", "supra", "Zweigert/Kötz (Fn. 3), S. 12", ["Zweigert", "Kötz"], 3),
        ("Larenz, oben N. 5, 23.", "supra", "Larenz, oben N. 5, 23", ["Larenz"], 5),
        ("앞의 각주 7, 12쪽", "supra", "앞의 각주 7, 12쪽", [], 7),
        ("田中・前掲注(5)12頁", "supra", "田中・前掲注(5)12頁", ["田中"], 5),
    ],
)
def test_a_short_form_is_found(text, kind, span, names, number):
    assert found(text) == [(kind, span, names, number)]


@pytest.mark.parametrize(
    "text",
    [
        "번역어의 의미에 대해서는 같은 책의 옮긴이 해설을 참고하였다.",
        "동아대학교 박사학위논문, 2020, 33쪽",
        "ELOHI, n. 9 (2016): 147",
        "Larenz, Methodenlehre, S. 45 Fn. 3",
        "The idea is valid as above all else.",
        "중에서 12월 5일",
    ],
)
def test_words_that_only_look_like_one(text):
    assert found(text) == []


@pytest.mark.skipif(not SHARED.exists(), reason="the development data are not here")
def test_forms_printed_in_korean_journals_are_all_found():
    lines = (SHARED / "data" / "kj" / "shortforms_verbatim.txt").read_text("utf-8").splitlines()
    unread = [line for line in lines if line.strip() and not found(re.sub(r"^\d+\)?\s+", "", line))]
    assert unread == []
