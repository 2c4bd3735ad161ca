"""A manuscript through the whole flow, against the loopback server."""

from __future__ import annotations

import pytest

from kjaudit import pipeline
from kjaudit.registries import Consent, look_up
from kjaudit.settings import Settings
from tests.builders import TODAY, case_of
from tests.recorded.server import Mood, RecordedServer
from tests.registries.make import QUICK, SWIFT

TEXT = """# On evidence

Much was built on it (Mehra 2020), some on other work (Bartolome 2005; Kim 2014), and on a notice (Park 2012).

## References

{entries}
"""
ENTRIES = (
    "Bartolome, C., & Maside, X. (2005). Fixation of transposable elements in the Drosophila melanogaster genome. "
    "Genetical Research, 85(3), 195-203. https://doi.org/10.1017/s0016672305007548",
    "Kim, S. (2014). Legacies of empire in East Asian cities. East Asian Politics Review, 12(3), 89-104. "
    "https://doi.org/10.1017/none-such",
    "Mehra, M. R., Desai, S. S., Ruschitzka, F., & Patel, A. N. (2020). Hydroxychloroquine or chloroquine with or "
    "without a macrolide for treatment of COVID-19: a multinational registry analysis. The Lancet. "
    "https://doi.org/10.1016/s0140-6736(20)31180-6",
    "Park, J. (2012). Markets and memory in colonial ports. Journal of Asian Things, 4(1), 1-20. "
    "https://doi.org/10.1007/s00421-009-1295-z",
)


@pytest.fixture
def findings(tmp_path):
    def run(*moods):
        case = case_of(TEXT.format(entries="\n\n".join(ENTRIES)), tmp_path)
        with RecordedServer() as server:
            server.behave(moods[0]) if moods else None
            consent = Consent(services=frozenset(("doi", "crossref")))
            found = look_up(case.references, consent, addresses=server.addresses(), limits=QUICK, world=SWIFT)
            case = pipeline.with_lookups(case, found)
        audited = pipeline.conclude(case, Settings(today=TODAY))
        return [(item.code, item.entry, item.quote) for item in audited.findings if item.code.startswith("REC")]

    return run


def test_each_entry_gets_the_finding_it_deserves(findings):
    found = findings()
    assert [(code, entry) for code, entry, _ in found] == [
        ("REC401", "e2"),
        ("REC402", "e4"),
        ("REC404", "e3"),
        ("REC406", "e2"),
    ]
    assert found[0][2].endswith("10.1017/none-such")


def test_an_outage_makes_no_finding(findings):
    assert findings(Mood.BROKEN) == []
