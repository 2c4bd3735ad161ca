"""Fields that no labelled string gives enough of: newspapers, dates to the day, addresses, courts, organisations."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kjaudit.references.fields.name_parts import is_organisation

from .invented import vocabularies
from .works import Work


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(";"))


_OUTLETS = _list(
    """
    The New York Times; The Guardian; The Washington Post; Le Monde; Libération; Der Spiegel; Die Zeit;
    Süddeutsche Zeitung; Frankfurter Allgemeine Zeitung; Neue Zürcher Zeitung; El País; La Repubblica;
    Corriere della Sera; Folha de S. Paulo; The Korea Herald; The Japan Times; Yonhap News Agency; BBC
    News; CNN; Reuters; The Economist; Variety; Deutschlandfunk; taz; The Times; Financial Times; Nikkei
    Asia; The Diplomat; Al Jazeera; Medium
    """
)
_LAW_JOURNALS = _list(
    """
    NJW; JZ; JuS; JA; Jura; ZStW; AcP; NStZ; NVwZ; DÖV; DVBl; GA; StV; MDR; ZIP; WM; BB; EuR; AöR; Der
    Staat; RabelsZ; GRUR; FamRZ; ZRP; KritV; BGHZ; BVerfGE; BGHSt; ZPO; Harv. L. Rev.; Yale L.J.; Colum.
    L. Rev.
    """
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_EDITIONS = (
    "2. Aufl.",
    "3. Auflage",
    "5. Aufl.",
    "2., überarb. Aufl.",
    "4., durchges. Aufl.",
    "2nd ed.",
    "3rd edn",
    "rev. ed.",
    "2e éd.",
)
_LEADS = _list(
    """
    Vgl.; Vgl. etwa; Vgl. dazu; Vgl. auch; Siehe; Siehe auch; So; So etwa; So schon; So auch; Dazu; Dazu
    etwa; Hierzu; Grundlegend; Grundlegend dazu; Ausführlich; Ausführlich dazu; Kritisch; Kritisch dazu;
    Ähnlich; Ähnlich auch; Anders; Zum Folgenden; Zum Begriff; Statt vieler; Näher; Zuerst; Zusammenfassend;
    Einführend; See; See also; See for example; Cf.; Compare; For a discussion, see; Quoted in; As argued in;
    Voir; Voir aussi; Voir notamment; Cf. aussi; Cfr.; Si veda; V.; Véase
    """
)
_DISSERTATIONS = _list(
    """
    Diss.; Diss. phil.; phil. Diss.; Diss. iur.; jur. Diss.; Diss. masch.; Dissertation; unveröff. Dissertation;
    Habil.-Schr.; Habilitationsschrift; Magisterarbeit; unveröff. Magisterarbeit; Diplomarbeit; PhD diss.; PhD thesis;
    Ph.D. diss.; Ph.D. dissertation; MA thesis; thèse de doctorat; thèse; tesi di laurea
    """
)
_COURTS = ("BGH", "BVerfG", "BVerwG", "BAG", "OLG Hamm", "OLG München", "LG Berlin", "EuGH", "EGMR", "BGer", "OGH")
_MONTHS = {
    "en": _list("January; February; March; April; May; June; July; August; September; October; November; December"),
    "de": _list("Januar; Februar; März; April; Mai; Juni; Juli; August; September; Oktober; November; Dezember"),
    "fr": _list("janvier; février; mars; avril; mai; juin; juillet; août; septembre; octobre; novembre; décembre"),
    "it": _list(
        "gennaio; febbraio; marzo; aprile; maggio; giugno; luglio; agosto; settembre; ottobre; novembre; dicembre"
    ),
    "es": _list("enero; febrero; marzo; abril; mayo; junio; julio; agosto; septiembre; octubre; noviembre; diciembre"),
}
_ACCESS = {"en": "Accessed", "de": "Zugriff am", "fr": "consulté le", "it": "consultato il", "es": "consultado el"}
_HOSTS = _list(
    """
    www.theguardian.com; www.nytimes.com; www.spiegel.de; www.lemonde.fr; press.example.org;
    www.koreaherald.com; news.bbc.co.uk
    """
)
_PATHS = ("world/2019/mar/", "articles/", "news/view.html?id=", "kultur/", "culture/article/", "2021/05/")
_HOSTED = _list(
    """
    dbpia.co.kr; kiss.kstudy.com; Elsevier; Springer; JSTOR; academic.oup.com; jstage.jst.go.jp; Wiley
    Online Library
    """
)


def _locator(chance: random.Random, _: Work) -> str:
    return str(chance.randint(1, 480))


def _number(chance: random.Random, _: Work) -> str:
    return str(chance.randint(1, 120))


def _arxiv(chance: random.Random, _: Work) -> str:
    return f"{chance.randint(7, 23):02}{chance.randint(1, 12):02}.{chance.randint(1000, 99999)}"


def _day(chance: random.Random, work: Work) -> str:
    tongue = work.tongue if work.tongue in _MONTHS else "en"
    month, day, year = chance.choice(_MONTHS[tongue]), chance.randint(1, 28), work.year or chance.randint(1950, 2024)
    if tongue == "en":
        return chance.choice((f"{month} {day}, {year}", f"{day} {month} {year}", f"{month[:3]}. {day}, {year}"))
    if tongue == "de":
        return chance.choice((f"{day}. {month} {year}", f"{day}.{chance.randint(1, 12)}.{year}"))
    return f"{day} {month} {year}" if tongue != "es" else f"{day} de {month} de {year}"


def _seen(chance: random.Random, work: Work) -> str:
    tongue = work.tongue if work.tongue in _ACCESS else "en"
    return f"{_ACCESS[tongue]} {_day(chance, work)}"


def _address(chance: random.Random, _: Work) -> str:
    return f"https://{chance.choice(_HOSTS)}/{chance.choice(_PATHS)}{chance.randint(100, 99999)}"


def _docket(chance: random.Random, _: Work) -> str:
    return (
        f"{chance.choice(('VI ZR', '1 BvR', '2 StR', 'C-', 'IX ZB'))} {chance.randint(1, 400)}/{chance.randint(70, 99)}"
    )


def _translator(_: random.Random, work: Work) -> str:
    family, given = work.people[-1] if work.people else ("Harvey", "Robert")
    return f"{given} {family}".strip()


def _of_volumes(chance: random.Random, work: Work) -> str:
    word = {"de": ("Bde.", "Bände", "Teilbände"), "fr": ("vol.", "tomes"), "it": ("voll.", "voll.")}.get(
        work.tongue, ("vols.",)
    )
    return f"{chance.randint(2, 7)} {chance.choice(word)}"


def _one_volume(chance: random.Random, work: Work) -> str:
    word = {"de": ("Bd.", "Bd.", "Band"), "fr": ("t.", "vol.", "tome"), "it": ("vol.", "t.")}.get(
        work.tongue, ("vol.", "Vol.")
    )
    number = chance.randint(1, 12)
    return f"{chance.choice(word)} {number if chance.random() < 0.65 else _ROMAN[number]}"


def _series(chance: random.Random, work: Work) -> str:
    lists = vocabularies()
    name = work.series or chance.choice(lists.get(work.tongue, lists["en"])["series"])
    number = chance.randint(1, 190)
    mark = {"de": (" ", ", Bd. ", ", ", " Nr. "), "fr": (", ", ", n° ", " "), "it": (", ", " ")}.get(
        work.tongue, (" ", ", vol. ", ", no. ")
    )
    return name if chance.random() < 0.5 else f"{name}{chance.choice(mark)}{number}"


def _more_pages(chance: random.Random, work: Work) -> str:
    first = chance.randint(1, 400)
    more = first + chance.randint(3, 60)
    following = chance.choice(("", "", " f.", " ff.")) if work.tongue == "de" else ""
    return f"{first}{following}, {more}{following}"


def _academic_place(chance: random.Random, work: Work) -> str:
    lists = vocabularies()
    return chance.choice(lists.get(work.tongue, lists["en"])["place"])


def _one_of(values: tuple[str, ...]) -> Callable[[random.Random, Work], str]:
    return lambda chance, _: chance.choice(values)


def _dated_title(chance: random.Random, work: Work) -> str:
    title = work.title.rstrip(".")
    if chance.random() < 0.6 or not work.year.isdigit():
        return title
    return f"{title}{chance.choice((' in ', ' ', ': '))}{int(work.year) - chance.randint(0, 3)}"


MADE_UP: Mapping[str, Callable[[random.Random, Work], str]] = MappingProxyType(
    {
        "locator": _locator,
        "number": _number,
        "arxiv": _arxiv,
        "day": _day,
        "seen": _seen,
        "address": _address,
        "docket": _docket,
        "outlet": _one_of(_OUTLETS),
        "lawjournal": _one_of(_LAW_JOURNALS),
        "court": _one_of(_COURTS),
        "host": _one_of(_HOSTED),
        "datedtitle": _dated_title,
        "newedition": _one_of(_EDITIONS),
        "newtranslator": _translator,
        "neweditor": _translator,
        "lead": _one_of(_LEADS),
        "dissertation": _one_of(_DISSERTATIONS),
        "ofvolumes": _of_volumes,
        "onevolume": _one_volume,
        "newseries": _series,
        "morepages": _more_pages,
        "town": _academic_place,
    }
)
"""Slot of a template -> how to fill it where the work has no such field."""


def organisation(work: Work) -> str:
    """Return the publisher of `work` where it is an organisation that may be the author of a report, else ""."""
    return work.publisher if is_organisation(work.publisher) and work.publisher[:1].isupper() else ""
