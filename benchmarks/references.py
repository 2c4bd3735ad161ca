"""
How fast and how well references are parsed.

    python -m benchmarks.references                 speed, in references a second and as ratios
    python -m benchmarks.references --held-out DIR  train on four fifths of each labelled set, measure on the rest
    python -m benchmarks.references --apart KIND    train without one whole kind, measure on it

The last two need ../shared (labelled strings, records, scorer) and take some minutes. A row is held out by the hash
of its id, so that no run of this program ever measures on what another trained on.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from kjaudit.formats import to_csl
from kjaudit.model import Span
from kjaudit.references import parse
from kjaudit.references.assembly import assemble
from kjaudit.references.labeller import Labeller, labeller
from kjaudit.references.routing import parse_routed, parse_with_model
from kjaudit.references.tokens import tokenize
from kjaudit.references.training.rows import read_folder, without_doubles
from kjaudit.references.training.train import SYNTHETIC, train
from kjaudit.references.training.words import read_records
from kjaudit.references.training.works import from_records, tongue_of

SHARED = Path(__file__).parents[1] / ".." / "shared"
NOISY = ("anystyle-ugly",)
SAMPLES = (
    "Jung, S. (2018). K-Pop and the Transnational Flow of Korean Culture. Journal of Media Studies, 23(2), 45-61.",
    "Franco Moretti, Distant Reading (London: Verso, 2013), 47.",
    "Schuppert, Gunnar Folke/Zürn, Michael (Hrsg.): Governance in einer Welt im Wandel. Wiesbaden: VS 2008, S. 7–13.",
    "Veazey RS, Tham IC, Mansfield KG. Identifying the target cell in primary infection. J Virol 2000;74:57-64.",
    "M. Neubert, Eur. Phys. J. C40, 165 (2005), arXiv:hep-ph/0408179.",
    "강동진, 2010, 「산업유산 재활용을 통한 지역재생 방법론 연구」, 『한국도시설계학회지』 11(1), 157-178쪽.",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.references", description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--apart", metavar="KIND")
    parser.add_argument("--model", type=Path, help="measure this model instead of training one")
    chosen = parser.parse_args()
    if chosen.held_out or chosen.apart:
        if not SHARED.exists():
            sys.exit("../shared is not there")
        accuracy(chosen.apart, chosen.model)
    else:
        speed()
    return 0


def speed() -> None:
    texts = list(SAMPLES) * 150
    for text in SAMPLES:
        parse(text)
    reader = labeller()
    stages = {
        "whole": lambda text: parse(text),
        "tokens": tokenize,
        "tokens, features, labels": reader.segments,
    }
    latin = [text for text in texts if text.isascii()]
    read = [(text, reader.segments(text)[0]) for text in latin]
    seconds = {name: _seconds(function, texts) / len(texts) for name, function in stages.items()}
    seconds["fields"] = _seconds(lambda pair: assemble(*pair, key="", span=Span(0, len(pair[0]))), read) / len(read)
    yardstick = _seconds(lambda _: sum(range(20_000)), range(50)) / 50
    print(f"{1 / seconds['whole']:.0f} references a second")
    for name, taken in seconds.items():
        print(f"  {name:26} {1000 * taken:6.3f} ms = {taken / yardstick:5.2f} times summing 20,000 numbers")


def _seconds(function, values) -> float:
    started = time.process_time()
    for value in values:
        function(value)
    return time.process_time() - started


def accuracy(apart: str | None, model: Path | None) -> None:
    scorer = _scorer()
    gold, kinds = _gold()
    rows = without_doubles(read_folder(SHARED / "data/references"))
    aside = [row for row in rows if (kinds[row.id] == apart if apart else held_out(row.id))]
    names = {row.id for row in aside}
    with TemporaryDirectory() as folder:
        path = model or Path(folder) / "model.crf"
        if model is None:
            records = read_records(SHARED / "data/registries/crossref-records.jsonl.gz")
            clean = (row for row in rows if row.source not in NOISY or tongue_of(row.text) != "en")
            kept = [row for row in clean if row.id not in names]
            train(kept, path, works=from_records(records), synthetic=SYNTHETIC)
        reader = Labeller(str(path))
        print("kind | n | micro F1 exact | relaxed | every field right, exact | relaxed | authors")
        for kind in sorted({kinds[name] for name in names}):
            some = [row for row in aside if kinds[row.id] == kind]
            found = [{"id": row.id, "fields": _fields(_parsed(" ".join(row.text.split()), reader))} for row in some]
            wanted = [{"id": row.id, "fields": gold[row.id]["fields"]} for row in some]
            result = scorer.score(wanted, found)
            authors = result["fields"].get("author", {}).get("F1", 0)
            micro, entry = result["micro"], result["entry"]
            figures = (micro["F1"], micro["F1~"], entry["exact"], entry["relaxed"], authors)
            print(f"{kind} | {len(some)} | " + " | ".join(f"{100 * figure:.1f}" for figure in figures), flush=True)


def held_out(name: str) -> bool:
    return int(hashlib.sha1(name.encode()).hexdigest()[:6], 16) % 5 == 0


def _parsed(text: str, model: Labeller):
    routed = parse_routed(text, "e1", Span(0, len(text)))
    return routed if routed.language in ("ko", "ja", "zh") else parse_with_model(text, "e1", Span(0, len(text)), model)


def _fields(reference) -> dict[str, object]:
    item = to_csl(reference)
    names = {"page": "pages", "DOI": "doi", "URL": "url"}
    found = {names.get(name, name): value for name, value in item.items() if name not in ("id", "type", "issued")}
    if "issued" in item:
        found["year"] = str(item["issued"]["date-parts"][0][0])
    return found


def _gold():
    gold, kinds = {}, {}
    for path in sorted((SHARED / "data/references").glob("*.jsonl.gz")):
        for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
            row = json.loads(line)
            gold[row["id"]] = row
            kinds[row["id"]] = _kind(row, path.name.split(".")[0])
    return gold, kinds


def _kind(row, source: str) -> str:
    if any("\u3040" <= char <= "\ud7a3" for char in row["text"]):
        return "Korean, Japanese, Chinese"
    if source != "core" and row["lang"] == "de":
        return "German"
    return {
        "core": "AnyStyle core",
        "grobid-corpus": "GROBID (science, physics)",
        "linkedbooks-valid": "Italian, OCR",
        "anystyle-good": "AnyStyle good",
        "anystyle-ugly": "AnyStyle ugly",
    }.get(source, "AnyStyle bad")


def _scorer():
    spec = importlib.util.spec_from_file_location("references_scorer", SHARED / "score/references.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
