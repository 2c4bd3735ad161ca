"""Names: every way a list of people is printed."""

from __future__ import annotations

import pytest

from kjaudit.references.fields.names import names


def families(text: str) -> list[str]:
    return [name.literal or name.family for name in names(text, 0, len(text)).names]


def people(text: str) -> list[tuple[str, str]]:
    return [(name.family, name.given) for name in names(text, 0, len(text)).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim, S., & Kingston, J.", ["Kim", "Kingston"]),
        ("Sami Moisio, Anssi Paasi", ["Moisio", "Paasi"]),
        ("García Márquez, Gabriel", ["García Márquez"]),
        ("Vellin J-F, Achim V, Sinardet D, et al.", ["Vellin", "Achim", "Sinardet"]),
        ("Burgoyne, John, Laurent Pugin, Greg Eustace, Ichiro Fujinaga,", ["Burgoyne", "Pugin", "Eustace", "Fujinaga"]),
        ("Schuppert, Gunnar Folke/Zürn, Michael (Hrsg.)", ["Schuppert", "Zürn"]),
        ("J. D. Foley, A. van Dam, S. K. Feiner", ["Foley", "van Dam", "Feiner"]),
        ("van Beresteijn EC, Korevaar JC", ["van Beresteijn", "Korevaar"]),
        ("Ferguson, JN. Aldag, JM. Insel, TR. Young, LJ.", ["Ferguson", "Aldag", "Insel", "Young"]),
        ("ALY (M.I.), NAGEB (R.), DEVAUCHELLE (D.)", ["ALY", "NAGEB", "DEVAUCHELLE"]),
        ("HUGARD Lionel et PETIT Marie", ["HUGARD", "PETIT"]),
        ("Zhu L Chen C Shi WJ Wang YH", ["Zhu", "Chen", "Shi", "Wang"]),
        ("Uren AG, Wong L, Choo KHA", ["Uren", "Wong", "Choo"]),
        ("M . Ferro , L . Dal Pane", ["Ferro", "Dal Pane"]),
        ("F .J .Jiang ,S.Chandrasekharan", ["Jiang", "Chandrasekharan"]),
        ("LE GALL, Jacqueline.", ["LE GALL"]),
        ("Cristina La Rocca, Luigi Provero,", ["La Rocca", "Provero"]),
        ("Bicevskis, K., J. de Vries, and B. Gick.", ["Bicevskis", "de Vries", "Gick"]),
        ("Saad ED, Buyse M.", ["Saad", "Buyse"]),
        ("Norton, Hale, and van der Poel,", ["Norton", "Hale", "van der Poel"]),
        ("Ed. Hans Karl Berg with Ruth Dale and Tom Lee.", ["Berg", "Dale", "Lee"]),
        ("van der Poel Jan", ["van der Poel"]),
        ("Lianghua XU, Xigang YUAN, Feiyan LI", ["XU", "YUAN", "LI"]),
        ("BERGER P., Martin JC", ["BERGER", "Martin"]),
        ("A. A. Alves Jr. et al.", ["Alves"]),
        ("von Murr, Christoff Gottlieb,", ["von Murr"]),
        ("Tang Yongliang", ["Tang"]),
        ("Forsé Michel, Parodi Maxime,", ["Forsé", "Parodi"]),
        ("Ji, Wenlan, Weiwei Li, Tian C. Zhang, Yuan Wang", ["Ji", "Li", "Zhang", "Wang"]),
        ("von Dullemen, et al.,", ["von Dullemen"]),
        ("Hrsg. .", []),
        ("Griepentrog G. J., Harris G. J., Zambrano E. V.", ["Griepentrog", "Harris", "Zambrano"]),
        ("Dorothy DAY, Jinhai CHEN", ["DAY", "CHEN"]),
        ("LAI Y. H., ANDERSON M. R., WU C. Y.", ["LAI", "ANDERSON", "WU"]),
        ("Long, John H., Pabst, D. Ann, Shepherd, William R.", ["Long", "Pabst", "Shepherd"]),
        ("Fariba Aghajafari, Kelsey Holt, Jia Hu, Brian Hansen", ["Aghajafari", "Holt", "Hu", "Hansen"]),
        ("figari P . G . M .,", ["figari"]),
        ("Bundesverband der Tafeln e. V.", ["Bundesverband der Tafeln e. V."]),
        ("UNESCO", ["UNESCO"]),
    ],
)
def test_families_are_read_in_order(text, expected):
    assert families(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Korea Tourism Organization",
        "Ministry of Foreign Affairs of Japan",
        "UNWTO",
        "Department of Health and Aged Care",
        "U.S. National Library of Medicine",
        "Bundesministerium für Bildung und Forschung",
        "Sports and Tourism of Korea",
        "Japan Animation Association",
        "Earth Tech, Inc",
    ],
)
def test_an_organisation_is_one_literal_name(text):
    found = names(text + ".", 0, len(text) + 1).names
    assert [name.literal for name in found] == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In K. Brown (gen. ed.),", ["Brown"]),
        ("Edited by Lothar Eley.", ["Eley"]),
        ("edited and translated by Richard Taylor", ["Taylor"]),
        ("hrsg. v. Georg Meier und Anna Schmidt", ["Meier", "Schmidt"]),
        ("In: Hardt-Stremayr, Barbara; Kreling, Kim (Hg.):", ["Hardt-Stremayr", "Kreling"]),
        ("a cura di R . Paribeni ,", ["Paribeni"]),
        ("Trans. Bart Beaty and Nick Nguyen.", ["Beaty", "Nguyen"]),
        ("übers. v. Hans Müller", ["Müller"]),
        ("K. Hanna, D. Clark, and S. Slocombe, eds.,", ["Hanna", "Clark", "Slocombe"]),
        ("sous la direction de Jean Dupont", ["Dupont"]),
    ],
)
def test_what_people_did_is_no_part_of_their_names(text, expected):
    assert families(text) == expected


def test_given_names_suffixes_and_others_are_kept_apart():
    text = "Ferren, W. R., Jr., and Mauricio Breternitz Jr. et al."
    found = names(text, 0, len(text))
    assert [(name.family, name.given, name.suffix) for name in found.names] == [
        ("Ferren", "W. R.", "Jr."),
        ("Breternitz", "Mauricio", "Jr."),
    ]
    assert found.others


def test_a_printed_hyphen_between_initials_stays():
    found = people("Kornmann, R., Wagner, H. -J. & C.-M. Hsu")
    assert found == [("Kornmann", "R."), ("Wagner", "H.-J."), ("Hsu", "C.-M.")]


def test_spans_stand_on_the_names():
    text = "In: Smith, J.; de la Cruz, Ana (eds.)"
    assert [name.span.of(text) for name in names(text, 0, len(text)).names] == ["Smith, J.", "de la Cruz, Ana"]


@pytest.mark.parametrize("text", ["", " ,;. ", "2001", "et al.", "(Hg.)", "ed.", "*", "—", "«»"])
def test_what_holds_no_name_gives_none_or_few(text):
    assert len(names(text, 0, len(text)).names) <= 1
