"""
The writing of a string: which script, and which ways of writing one character are the same.

Private-use brackets: Korean word processors write brackets and quotes at U+F0850..U+F0855, a private area, and
some PDF fonts map a bracket to the Hangul syllables U+BEB7 and U+BEB8 (seen in printed lists of Korean journals).
Full-width forms, half-width kana brackets and compatibility ideographs are Unicode's own (UAX 15).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kjaudit.model import Script

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x077F, Script.ARABIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x30FF, Script.KANA),
    (0x3131, 0x318E, Script.HANGUL),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA960, 0xA97F, Script.HANGUL),
    (0xAC00, 0xD7FB, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0xFF66, 0xFF9D, Script.KANA),
    (0x20000, 0x3134F, Script.HAN),
)
"""Blocks of letters, first and last code point (Unicode Blocks.txt); digits, marks and signs belong to no script."""

_BRACKETS = {
    "\U000f0850": "‘",
    "\U000f0851": "’",
    "\U000f0852": "“",
    "\U000f0853": "”",
    "\U000f0854": "『",
    "\U000f0855": "』",
    "뺷": "『",
    "뺸": "』",
    "｢": "「",
    "｣": "」",
    "﹁": "「",
    "﹂": "」",
    "﹃": "『",
    "﹄": "』",
    "︽": "《",
    "︾": "》",
    "︿": "〈",
    "﹀": "〉",
    "〈": "〈",
    "〉": "〉",
    "⟨": "〈",
    "⟩": "〉",
    "⟪": "《",
    "⟫": "》",
    "≪": "《",
    "≫": "》",
    "＜": "〈",
    "＞": "〉",
}
_DOTS = dict.fromkeys("・⋅･∙‧•ㆍᆞ․᛫", "·")
_DASHES = dict.fromkeys("‐‑‒–−∼～〜˜", "-")
_FOLD = str.maketrans(_BRACKETS | _DOTS | {"\u3000": " ", "\u00a0": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " "})
_FOLD_DASHES = str.maketrans(_DASHES | {"—": "-", "―": "-", "─": "-", "~": "-"})

_OLD_FORMS = (
    "亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 隱隠 榮栄 營営 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 櫻桜 奧奥 橫横 "
    "溫温 穩穏 假仮 價価 畫画 會会 壞壊 懷懐 繪絵 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 勸勧 卷巻 寬寛 歡歓 罐缶 觀観 關関 "
    "陷陥 巖巌 顏顔 歸帰 氣気 龜亀 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 狹狭 鄕郷 堯尭 曉暁 區区 驅駆 勳勲 "
    "薰薫 徑径 惠恵 揭掲 攜携 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸 擊撃 缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 縣県 "
    "險険 顯顕 驗験 嚴厳 廣広 效効 恆恒 鑛鉱 號号 國国 黑黒 濟済 碎砕 齋斎 劑剤 冰氷 雜雑 參参 慘惨 棧桟 蠶蚕 贊賛 "
    "殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 奬奨 將将 "
    "燒焼 稱称 證証 乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲 釀醸 觸触 寢寝 愼慎 眞真 晉晋 盡尽 圖図 粹粋 醉酔 "
    "隨随 髓髄 數数 樞枢 瀨瀬 聲声 靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 雙双 壯壮 搜捜 插挿 "
    "爭争 總総 聰聡 莊荘 裝装 騷騒 臟臓 藏蔵 屬属 續続 墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 擔担 膽胆 團団 "
    "彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 聽聴 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 "
    "讀読 屆届 繩縄 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 彥彦 濱浜 甁瓶 拂払 佛仏 竝並 "
    "變変 邊辺 辨弁 辯弁 瓣弁 步歩 舖舗 穗穂 寶宝 豐豊 沒没 飜翻 每毎 萬万 滿満 默黙 彌弥 藥薬 譯訳 豫予 餘余 與与 "
    "譽誉 搖揺 樣様 謠謡 遙遥 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 壘塁 勵励 禮礼 靈霊 齡齢 曆暦 歷歴 戀恋 爐炉 "
    "勞労 樓楼 郞郎 祿禄 錄録 灣湾 瑤瑶 槇槙 国國 学學 书書 马馬 长長 门門 东東 车車 乐樂 义義 华華 汉漢 语語 论論 "
    "说說 读讀 译譯 编編 刘劉 张張 陈陳 杨楊 赵趙 吴吳 孙孫 黄黃 郑鄭 许許 韩韓 冯馮 邓鄧 萧蕭 叶葉 苏蘇 卢盧 蒋蔣 "
    "贾賈 钟鍾 谭譚 陆陸 范範 历歷 发發 经經 济濟 业業 电電 视視 网網 艺藝 术術 报報 从從 与與 为為 对對 关關 动動 "
    "员員 产產 传傳 统統 现現 记記 间間 问問 题題 类類 时時 实實 际際 战戰 争爭 后後 "
)
"""Pairs of forms of one character: Japanese old and new (Jōyō kanji tables), then simplified and traditional."""


@cache
def _old_to_new() -> dict[int, str]:
    """Every form -> one representative of its class (the smallest code point)."""
    parent: dict[str, str] = {}

    def root(char: str) -> str:
        while parent.setdefault(char, char) != char:
            char = parent[char]
        return char

    for pair in _OLD_FORMS.split():
        first, second = sorted((root(pair[0]), root(pair[1])))
        parent[second] = first
    return {ord(char): root(char) for char in tuple(parent)}


@cache
def script_of_char(char: str) -> Script:
    """Return the script of one code point; NONE for digits, marks, signs and blanks."""
    point = ord(char)
    for first, last, script in _RANGES:
        if first <= point <= last:
            return script if char.isalpha() or script is Script.HAN else Script.NONE
    return Script.OTHER if char.isalpha() else Script.NONE


def script_counts(text: str) -> dict[Script, int]:
    """Return how many letters of each script `text` has; scripts that do not occur are absent."""
    counts: dict[Script, int] = {}
    for char in text:
        script = script_of_char(char)
        if script is not Script.NONE:
            counts[script] = counts.get(script, 0) + 1
    return counts


def script_of(text: str) -> Script:
    """
    Return the script most letters of `text` are in; NONE where it has none.

    A text with kana is KANA however much Han it has, as Japanese has both; of equal counts the first to occur wins.
    """
    counts = script_counts(text)
    if not counts:
        return Script.NONE
    if counts.get(Script.KANA, 0) and counts[Script.KANA] + counts.get(Script.HAN, 0) > counts.get(Script.HANGUL, 0):
        others = max((count for script, count in counts.items() if script not in (Script.KANA, Script.HAN)), default=0)
        if counts[Script.KANA] + counts.get(Script.HAN, 0) >= others:
            return Script.KANA
    return max(counts, key=lambda script: counts[script])


def has_cjk(text: str) -> bool:
    """Whether `text` has a Hangul, kana or Han character."""
    return _CJK.search(text) is not None


_CJK = re.compile(
    "[\u1100-\u11ff\u3041-\u30ff\u3131-\u318e\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7fb\uf900-\ufaff]"
)


def fold_marks(text: str) -> str:
    """
    Return `text`, as long as it was, with marks that print alike made one.

    Full-width letters, digits and punctuation become ASCII, private-use, half-width and mathematical brackets become
    「」『』〈〉《》, middle dots become "·", odd blanks a blank. Dashes are kept. Each code point maps to one, so
    offsets into the result are offsets into `text`.
    """
    return _FULL_WIDTH.sub(lambda found: chr(ord(found.group()) - 0xFEE0), text.translate(_FOLD))


_FULL_WIDTH = re.compile("[\uff01-\uff5d]")


def fold_dashes(text: str) -> str:
    """Return `text`, as long as it was, with every dash, minus and tilde a hyphen."""
    return text.translate(_FOLD_DASHES)


def fold_forms(text: str) -> str:
    """
    Return `text` with forms of one character made one: 國/国, 學/学, 澤/沢, compatibility ideographs, full width.

    For comparing only: which form stands for the class is arbitrary. The length may change (NFKC).
    """
    return unicodedata.normalize("NFKC", fold_marks(text)).translate(_old_to_new())
