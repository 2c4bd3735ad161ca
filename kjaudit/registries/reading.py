"""Answers -> JSON or XML, or a sentence that says what was wrong with them."""

from __future__ import annotations

import json
import re

from lxml import etree

from kjaudit.model import CachedAnswer, RegistryError, say

from .json_values import mapping, objects, plain

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd]+")
_TAG = re.compile(r"<[^<>]{0,200}>")


def json_of(answer: CachedAnswer, label: str) -> object:
    """
    Return the JSON of an answer.

    Raises:
        RegistryError: the status is an error, or the body is not JSON, whatever its content type says.
    """
    refuse_error(answer, label)
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise RegistryError(
            say(
                "{registry} answered with something that is not JSON: {answer}",
                registry=label,
                answer=excerpt(answer.body),
            )
        ) from error


def xml_of(answer: CachedAnswer, label: str) -> etree._Element:
    """
    Return the root of an XML answer; entities are not resolved, nothing is fetched.

    Raises:
        RegistryError: the status is an error, or the body is not XML.
    """
    refuse_error(answer, label)
    return parse_xml(answer.body, label)


def parse_xml(body: str, label: str) -> etree._Element:
    """Return the root of an XML text; see `xml_of`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        return etree.fromstring(body.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RegistryError(
            say("{registry} answered with something that is not XML: {answer}", registry=label, answer=excerpt(body))
        ) from error


def expect(present: bool, label: str, what: str) -> None:
    """Raise RegistryError unless an answer has the shape that the service gives."""
    if not present:
        raise RegistryError(say("{registry} answered without {what}", registry=label, what=what))


def refuse_error(answer: CachedAnswer, label: str) -> None:
    """Raise RegistryError, saying what the service said, unless the status is 2xx."""
    if 200 <= answer.status < 300:
        return
    said = said_of(answer)
    if not said:
        raise RegistryError(say("{registry} answered with status {status}", registry=label, status=answer.status))
    raise RegistryError(
        say("{registry} answered with status {status}: {answer}", registry=label, status=answer.status, answer=said)
    )


def said_of(answer: CachedAnswer) -> str:
    """Return what an error answer says, in one line: a list of messages, one message, or the text of a page."""
    try:
        whole = json.loads(answer.body)
    except (ValueError, RecursionError):
        return excerpt(answer.body)
    body = mapping(whole)
    message = body.get("message")
    for given in (message, body.get("errors"), body.get("error"), body.get("status")):
        found = [plain(item.get("message")) or plain(item.get("title")) for item in objects(given)] or [plain(given)]
        text = "; ".join(part for part in found if part)
        if text:
            return excerpt(text)
    return excerpt(answer.body)


def excerpt(body: str) -> str:
    """Return the opening of a text without markup, at most 120 characters, for a message."""
    text = " ".join(_UNPRINTABLE.sub(" ", _TAG.sub(" ", body[:2000])).split())
    return text if len(text) <= 120 else text[:119] + "…"
