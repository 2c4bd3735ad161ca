"""Words that names are made of besides the names themselves."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "af al av ben bin bint d da dal das de degli dei del dell della den der des di do dos du el ibn la le "
    "les lo st te ten ter van vom von y zu zum zur"
)
"""Particles of family names in small letters, after the lists of the Names of Persons (IFLA, 4th edition)."""

CAPITAL_PARTICLES = _words("Al Ben Da Dal De Del Della Den Der Des Di Dos Du El La Le Li Lo Mac Mc St Ten Ter Van Von")
"""The same where they are printed with a capital and still belong to the family name."""

SUFFIXES = _words("filho ii iii jnr jr júnior neto snr sr")
"""What stands after a name and is no part of it."""

TITLES = _words("dame dr fr hon lady lord mr mrs ms prof rev sir")
"""What stands before a name and is no part of it."""

EAST_ASIAN_FAMILY = _words(
    "ahn an baek cai cao chang chen cheng cho ch'oe choe choi chŏng chŏn dai deng ding dong "
    "du feng gao guo han he heo hoang hong hu "
    "huang hwang im jang jeon jeong jia jiang jin jo jung kang kim ko kwon lee li liang lim lin liu lu "
    "luo ma moon nam nguyen noh oh paek pak pan park peng pham ren ryu seo shin song sun tan tang tian tran wang "
    "wei wu xia xiao xie xu xue yan yang ye yi yoo yoon yu yuan yun zhang zhao zheng zhong zhou zhu"
)
"""Romanised Chinese, Korean and Vietnamese family names, the most frequent of each country's census."""

CONNECTIVES = _words("against for für of on per pour zur")
"""Words that stand in names of organisations, never in names of people."""
