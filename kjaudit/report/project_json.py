"""A project as JSON: the object of `kjaudit audit`, with the standing of each finding and every decision."""

from __future__ import annotations

import json
from typing import Any

from kjaudit.model import CachedAnswer, Judged, Sent, Verdict

from .contract_json import project_to_json
from .interface import Dossier

SCHEMA = "kjaudit.project/1"

Json = dict[str, Any]


def to_json(dossier: Dossier) -> str:
    """Return the whole dossier; only the findings it holds are printed, each with its standing and decision."""
    settings = {"ignore": list(dossier.ignored), "registries": list(dossier.registries)}
    out = project_to_json(dossier.audit, settings)
    judged = {(item.finding.document, item.finding.key): item for item in dossier.judged}
    for audit, document in zip(dossier.audit.audits, out["documents"], strict=True):
        document["id"] = audit.case.document.id
        document["deliberately_uncited"] = sorted(audit.case.deliberately_uncited)
        document["findings"] = _standing(document["findings"], judged, [item.document for item in audit.findings])
    across = [item.document for item in dossier.audit.corpus_findings]
    out["corpus_findings"] = _standing(out["corpus_findings"], judged, across)
    out |= {
        "schema": SCHEMA,
        "name": dossier.name,
        "date": dossier.on.isoformat(),
        "reviewer": dossier.reviewer,
        "rules": [{"code": rule.code, "name": rule.name, "since": rule.since} for rule in dossier.rules],
        "verdicts": [verdict_to_json(verdict) for verdict in dossier.verdicts],
        "gone": [verdict_to_json(verdict) for verdict in dossier.gone],
        "sent": [_sent(line) for line in dossier.sent],
        "answers": [_answer(answer) for answer in dossier.answers],
    }
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def verdict_to_json(verdict: Verdict) -> Json:
    """Return one decision."""
    return {
        "finding": verdict.finding,
        "document": verdict.document,
        "code": verdict.code,
        "decision": verdict.decision.value,
        "note": verdict.note,
        "reviewer": verdict.reviewer,
        "at": verdict.at.isoformat(),
        "seen": verdict.seen,
        "quote": verdict.quote,
    }


def _standing(findings: list[Json], judged: dict[tuple[str, str], Judged], documents: list[str]) -> list[Json]:
    out = []
    for finding, document in zip(findings, documents, strict=True):
        item = judged.get((document, finding["key"]))
        if item is not None:
            verdict = verdict_to_json(item.verdict) if item.verdict else None
            out.append({**finding, "standing": item.standing.value, "verdict": verdict, "likeness": item.likeness})
    return out


def _sent(line: Sent) -> Json:
    return {"at": line.at.isoformat(), "registry": line.registry, "request": line.request}


def _answer(answer: CachedAnswer) -> Json:
    return {
        "request": answer.request,
        "status": answer.status,
        "content_type": answer.content_type,
        "fetched_at": answer.fetched_at.isoformat(),
        "body": answer.body,
    }
