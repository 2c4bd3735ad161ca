"""One project into another, whole."""

from __future__ import annotations

from dataclasses import replace

from kjaudit.store import ProjectStore

from .documents import found_path, kept_path


def copy_all(source: ProjectStore, target: ProjectStore) -> None:
    """
    Copy all that `source` keeps into the empty project `target`; documents keep their ids, so findings keep their keys.

    Raises:
        StoreError: one of the two could not be read or written.
    """
    for name, value in source.settings().items():
        target.put_setting(name, value)
    here = {document.id for document in source.documents()}
    for document in source.every_document():
        path = kept_path(found_path(document.path, source.path), target.path)
        added = target.add_document(path)
        target.update_document(replace(document, id=added.id, path=path))
        if document.id not in here:
            target.remove_document(added.id)
        target.put_lookups(added.id, source.lookups(document.id))
    target.add_verdicts(source.verdicts())
    for answer in source.answers():
        target.put(answer)
    for line in source.trail():
        target.sent(line)
