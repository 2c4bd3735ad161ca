"""How Han characters are read in Korean, Japanese and Chinese (resources/names/han.tsv, from the Unicode Han database)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kjaudit import assets

_NEW_FORMS = (
    "沢澤 斎齋 斉齊 辺邊 辺邉 広廣 桜櫻 浜濱 国國 学學 竜龍 滝瀧 亀龜 恵惠 栄榮 塩鹽 関關 実實 真眞 寿壽 渋澁 薗園 嶋島 峯峰 﨑崎 髙高 "
    "豊豐 条條 黒黑 渡渡 与與 両兩 円圓 仏佛 仮假 会會 伝傳 体體 余餘 倹儉 児兒 処處 剣劍 労勞 効效 勅敕 勧勸 区區 医醫 参參 収收 号號 "
    "台臺 団團 囲圍 図圖 圧壓 坂阪 塁壘 増增 壊壞 壌壤 声聲 売賣 変變 奥奧 奨奬 嬢孃 宝寶 宮宮 対對 専專 将將 尽盡 属屬 岳嶽 巣巢 巻卷 "
    "帯帶 帰歸 庁廳 応應 廃廢 弁辯 弐貳 弾彈 当當 径徑 従從 徳德 徴徵 恋戀 恒恆 悪惡 悩惱 惨慘 戦戰 戯戲 戸戶 払拂 抜拔 択擇 拝拜 拠據 "
    "拡擴 挙擧 挟挾 捜搜 掲揭 揺搖 摂攝 撃擊 教敎 数數 断斷 旧舊 昼晝 暁曉 暦曆 曽曾 朗朗 枢樞 来來 栃栃 桟棧 検檢 楼樓 楽樂 概槪 様樣 "
    "権權 横橫 欧歐 歓歡 歩步 歯齒 歳歲 歴歷 残殘 殴毆 毎每 気氣 汚汚 浄淨 浅淺 海海 涙淚 済濟 渇渴 温溫 湾灣 満滿 漢漢 潜潛 瀬瀨 灯燈 "
    "炉爐 点點 為爲 焼燒 営營 爾尓 犠犧 独獨 狭狹 猟獵 獣獸 献獻 瑶瑤 瓶甁 畳疊 発發 県縣 砕碎 礼禮 神神 祥祥 禅禪 福福 秘祕 称稱 穂穗 "
    "穏穩 突突 窃竊 筝箏 粋粹 糸絲 経經 絵繪 継繼 続續 総總 緑綠 緒緖 縄繩 縦縱 繊纖 翻飜 聴聽 粛肅 胆膽 脳腦 臓臟 芸藝 荘莊 茎莖 薫薰 "
    "薬藥 蔵藏 虚虛 虫蟲 蛍螢 蛮蠻 衛衞 装裝 覇霸 覚覺 覧覽 観觀 触觸 訳譯 証證 誉譽 読讀 諸諸 謡謠 譲讓 賓賓 賛贊 践踐 転轉 軽輕 辞辭 "
    "逓遞 遅遲 遥遙 郎郞 郷鄕 都都 酔醉 釈釋 鉄鐵 鉱鑛 銭錢 鋳鑄 錬鍊 録錄 鎮鎭 間閒 閲閱 闘鬪 陥陷 隠隱 隣鄰 隆隆 随隨 険險 雑雜 霊靈 "
    "静靜 頼賴 顔顏 顕顯 類類 飲飮 館舘 駅驛 駆驅 騒騷 験驗 髪髮 鶏鷄 麦麥 麺麵 黙默 斗鬥 圏圈 徹徹"
)
"""Pairs of the form in use in Japan and an older one (the reform of 1946 and common variants of surnames)."""


@dataclass(frozen=True, slots=True)
class HanReading:
    """
    Readings of one character, in Latin letters but for `hangul`.

    Attributes:
        hangul: Korean readings, the usual first.
        pinyin: Mandarin without tones ("lv" for lü).
        on: Sino-Japanese; kun: native Japanese, with its ending; names: as heard in Japanese given names.
    """

    hangul: tuple[str, ...] = ()
    pinyin: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    kun: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@functools.cache
def _rows() -> dict[str, str]:
    lines = assets.path("names/han.tsv").read_text("utf-8").split("\n")
    return {line[0]: line for line in lines if line}


@functools.cache
def _new_forms() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in _NEW_FORMS.split() if pair[0] != pair[1]}


@functools.lru_cache(maxsize=16384)
def old_form(char: str) -> str:
    """Return the traditional form of a simplified or Japanese character; any other character as it is."""
    newer = _new_forms().get(char)
    if newer:
        return newer
    row = _rows().get(char)
    return row.split("\t")[6] or char if row and row.count("\t") >= 6 else char


@functools.lru_cache(maxsize=16384)
def han_reading(char: str) -> HanReading:
    """Return the readings of one character; what its own row lacks comes from its traditional form."""
    row = _rows().get(char)
    columns = [tuple(cell.split()) for cell in row.split("\t")[1:6]] if row else [(), (), (), (), ()]
    older = old_form(char)
    if older != char and not all(columns):
        rest = han_reading(older)
        columns = [mine or theirs for mine, theirs in zip(columns, _columns(rest), strict=True)]
    return HanReading(*columns)


def _columns(reading: HanReading) -> tuple[tuple[str, ...], ...]:
    return (reading.hangul, reading.pinyin, reading.on, reading.kun, reading.names)


def old_forms(text: str) -> str:
    """Return `text` with every Han character in its traditional form, so that 学 and 學 compare equal."""
    return "".join(old_form(char) if is_han(char) else char for char in text)


def is_han(char: str) -> bool:
    """Whether `char` is a Han character (the iteration mark 々 included)."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char == "々" or "\U00020000" <= char <= "\U0003ffff"
