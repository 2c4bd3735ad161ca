"""
How long a decision takes in a project with thousands of findings, and how long the reports of it take to write.

    python benchmarks/decisions.py [COPIES]

Prints milliseconds. The manuscript is the sample essay, COPIES times (default 60), each copy with words of its own.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from kjaudit.model import Decision
from kjaudit.workspace import ExportFormat, Workspace

SAMPLE = Path(__file__).parents[1] / "seeds" / "essay.md"
TODAY = date(2026, 11, 21)
DECISIONS = 200


def main(copies: int) -> None:
    """Measure and print."""
    essay = SAMPLE.read_text("utf-8")
    text = "\n\n".join(essay.replace(" the ", f" the {number}th ") for number in range(copies))
    with tempfile.TemporaryDirectory() as folder:
        manuscript = Path(folder) / "essay.md"
        manuscript.write_text(text, "utf-8")
        with Workspace.create(Path(folder) / "p.kjaudit", today=TODAY) as workspace:
            workspace.set_reviewer("Benchmark")
            workspace.add_documents([manuscript])
            print(f"{len(text)} characters; audit {took(workspace.audit):.0f}")
            keys = [item.finding.key for item in workspace.findings()]
            single = [took(lambda key=key: decide(workspace, [key])) for key in keys[:DECISIONS]]
            ordered = sorted(single)
            print(f"{len(keys)} findings; one decision and the list anew: p50 {statistics.median(single):.1f}", end="")
            print(f" p95 {ordered[int(0.95 * len(ordered))]:.1f}")
            print(f"all of them at once {took(lambda: decide(workspace, keys)):.0f}")
            for form in (ExportFormat.HTML, ExportFormat.JSON, ExportFormat.CSV):
                print(f"{form.value} {took(lambda form=form: workspace.exported(form)):.0f}")


def decide(workspace: Workspace, keys: list[str]) -> None:
    workspace.judge(keys, Decision.ACCEPTED)
    workspace.findings()


def took(act) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
