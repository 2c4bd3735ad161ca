"""Checks: each rule is one file, one code and one page under resources/rules/."""

from .catalogue import CORPUS_RULES, RULES
from .interface import CorpusRule, Need, Rule, Status

__all__ = ["CORPUS_RULES", "RULES", "CorpusRule", "Need", "Rule", "Status"]
