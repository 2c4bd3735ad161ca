"""Run a batch: several files at once, each in a process of its own kind; one bad file never stops the others."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from kjaudit.progress import SILENT, Progress
from kjaudit.settings import Settings

from .interface import Row, Status, Task
from .journal import Journal, write_summary
from .one import audit_one, digest_of
from .tasks import DOCUMENTS

AHEAD = 2
"""Tasks handed out for each process: enough to keep it busy, few enough to find the one that killed it."""


def run(
    todo: Sequence[Task],
    folder: Path,
    settings: Settings,
    *,
    jobs: int = 1,
    resume: bool = False,
    progress: Progress = SILENT,
) -> tuple[Row, ...]:
    """
    Audit `todo` and write into `folder`: one JSON a document, summary.csv, summary.json, and a journal.

    Args:
        todo: see `tasks`.
        folder: made where it is missing.
        settings: what to run.
        jobs: processes at once.
        resume: go on with what is in `folder`: files done on the same terms and unchanged since are not audited again.
        progress: told of each file.

    Returns:
        a row a file, in the order of `todo`, whatever the number of processes.

    Raises:
        KjauditError: `folder` cannot be written, or holds another batch.
        Cancelled: asked to stop; what is done stays and can be resumed.
    """
    journal = Journal(folder, settings, resume=resume)
    try:
        _sweep(folder)
        left = [task for task in todo if not _done(task, folder, journal)]
        finished = len(todo) - len(left)
        for row in _rows(left, folder, settings, jobs):
            journal.add(row)
            finished += 1
            progress.step(finished, len(todo), row.path)
    finally:
        journal.close()
    rows = tuple(journal.rows[str(task.path)] for task in todo)
    write_summary(folder, rows)
    return rows


def _sweep(folder: Path) -> None:
    """Remove what a killed run left half-written."""
    for part in (folder / DOCUMENTS).rglob(".*.part"):
        part.unlink(missing_ok=True)


def _done(task: Task, folder: Path, journal: Journal) -> bool:
    row = journal.rows.get(str(task.path))
    if row is None or row.status is Status.FAILED or not row.sha256 or row.sha256 != digest_of(task.path):
        return False
    return row.status is Status.SKIPPED or (row.output == task.output and (folder / row.output).exists())


def _rows(left: Sequence[Task], folder: Path, settings: Settings, jobs: int) -> Iterator[Row]:
    if jobs <= 1 or len(left) <= 1:
        yield from (audit_one(task, folder, settings) for task in left)
        return
    waiting = deque(left)
    while waiting:
        suspects: list[Task] = []
        yield from _pooled(waiting, suspects, folder, settings, jobs)
        while suspects:
            yield from _one_by_one(suspects, folder, settings)


def _pooled(waiting: deque[Task], suspects: list[Task], folder: Path, settings: Settings, jobs: int) -> Iterator[Row]:
    """Work `waiting` off; where a process dies, put what was handed out into `suspects` and stop."""
    running: dict[Future[Row], Task] = {}
    pool = _pool(jobs)
    try:
        while waiting or running:
            while waiting and len(running) < jobs * AHEAD:
                running[pool.submit(audit_one, waiting[0], folder, settings)] = waiting[0]
                waiting.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                row = future.result()
                del running[future]
                yield row
    except BrokenProcessPool:
        suspects += running.values()
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(suspects: list[Task], folder: Path, settings: Settings) -> Iterator[Row]:
    """Work `suspects` off in one process, one at a time; where it dies, the file it was at has failed, and stop."""
    with _pool(1) as pool:
        while suspects:
            task = suspects.pop(0)
            try:
                yield pool.submit(audit_one, task, folder, settings).result()
            except BrokenProcessPool:
                reason = f"{task.path}: the process that read this file died; try it with more memory, or split it"
                yield Row(path=str(task.path), sha256=digest_of(task.path), status=Status.FAILED, reason=reason)
                return


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn: the same on every system, and safe where the caller has threads.
    return ProcessPoolExecutor(max_workers=jobs, mp_context=multiprocessing.get_context("spawn"))
