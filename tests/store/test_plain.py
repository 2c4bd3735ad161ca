"""What is kept of a look-up can be said in another language once it is read back."""

import json

from kjaudit.language.wording import catalogue, in_language
from kjaudit.model import Lookup, Outcome, Said, say
from kjaudit.store.plain import from_plain, to_plain


def test_a_reason_is_kept_by_its_parts():
    inner = say("it answered with status {status}", status=503)
    reason = say("{registry} is not available: {reason}", registry="Crossref", reason=inner)
    lookup = Lookup(key="e1:crossref", reference="e1", registry="crossref", outcome=Outcome.UNAVAILABLE, reason=reason)
    read = from_plain(Lookup, json.loads(json.dumps(to_plain(lookup))))
    assert read == lookup
    assert isinstance(read.reason, Said)
    assert in_language(read.reason, catalogue("ko")) == "Crossref에 연결할 수 없습니다: 상태 코드 503 응답"


def test_a_reason_kept_as_plain_text_is_read_as_it_stands():
    plain = {
        "key": "e1:crossref",
        "reference": "e1",
        "registry": "crossref",
        "outcome": Outcome.FOUND.value,
        "reason": "Kept {so}",
    }
    assert from_plain(Lookup, plain).reason == "Kept {so}"
