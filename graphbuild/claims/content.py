"""A text and the start of a sentence in, whether it goes on about the thing before, and whether only of its parts, out."""

import re

ITSELF = re.compile(r"\s*(?:(?:[该本此]|整个)?(?:项目|工程)(?![部组])|[该本此](?:[路线桥园站馆院校库厂段楼渠]|公路|铁路|高速|医院|学校))")
HOLDS = re.compile(r"[^，：；。]{0,8}?(?:建设|新建|包括|包含|规划|内容|涵盖|设有|分为)")
CONTENT = re.compile(r"\s*(?:(?:主要|规划|计划|拟|总体){0,2}建设(?!单位)|(?:建设)?内容|(?:主要)?包括)")

FACT = re.compile(  # 全长5公里，占地30亩，: how large the thing is of which the sentence goes on to tell
    r"(?:[总全]长|占地(?:面积)?|(?:计划)?总?投资|总?建筑面积|设计时速)[约为近达逾超]?[\d.]+[^，。；\d]{1,6}[，；]"
)


def without_facts(text: str) -> str:
    """What a sentence says besides the size and the cost of its thing."""
    return FACT.sub("", text)


def of_itself(text: str, start: int) -> bool:
    """项目, 该项目, 该路: what the paragraph is about."""
    return ITSELF.match(text, start) is not None


def parts_of(text: str, start: int) -> bool:
    """项目主要建设甲馆、乙园; 规划建设丙楼: not these are what the paragraph is about."""
    itself = ITSELF.match(text, start)
    return bool(itself and HOLDS.match(text, itself.end()) or CONTENT.match(text, start))
