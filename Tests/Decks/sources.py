#!/usr/bin/env python3
"""Writes config/decks/sources.toml, where each row stands, from the tables of the teachings.

    Tests/Decks/sources.py TEACHINGS.md > config/decks/sources.toml

It takes the first two columns only: of the documents' own words nothing.
"""

import re
import sys

HEAD = """\
# Where each row of the teachings stands in the documents; made by Tests/Decks/sources.py.
#
# A place is a sentence of a section, s18c its third part. The sections' names are ours.
"""

# Our own names for the sections: English, Traditional Chinese, Simplified Chinese.
SECTIONS = {
    "E": {
        "Title": ("title", "標題", "标题"),
        "Significance": ("why it matters", "為什麼重要", "为什么重要"),
        "Improve": ("the four steps", "四個步驟", "四个步骤"),
        "Reasons": ("why it is lacking", "為什麼缺乏", "为什么缺乏"),
        "Attitude": ("attitude and craft", "態度與本事", "态度与本事"),
        "Understanding": ("who is a guest", "誰是客人", "谁是客人"),
        "Perception": ("how people see", "人怎麼看", "人怎么看"),
        "CivilServants": ("public service", "公職服務", "公职服务"),
        "Employees": ("staff and managers", "員工與主管", "员工与主管"),
        "Property": ("looking after buildings", "物業管理", "物业管理"),
    },
    "Z": {
        "Preface": ("opening", "開頭", "开头"),
        "Definition": ("what it is", "它是什麼", "它是什么"),
        "Significance": ("why it matters", "為什麼重要", "为什么重要"),
        "Formation": ("how it forms", "它怎麼養成", "它怎么养成"),
        "Obstacle1": ("first obstacle", "第一道障礙", "第一道障碍"),
        "Obstacle2": ("second obstacle", "第二道障礙", "第二道障碍"),
        "Obstacle3": ("third obstacle", "第三道障礙", "第三道障碍"),
        "Obstacle4": ("fourth obstacle", "第四道障礙", "第四道障碍"),
        "Obstacle5": ("fifth obstacle", "第五道障礙", "第五道障碍"),
    },
}
DOCUMENTS = {
    "E": ("the English document", "英文那份文件", "英文那份文件"),
    "Z": ("the Chinese document", "中文那份文件", "中文那份文件"),
}
ROW = re.compile(r"^\| ([EZ]\d{2,3}) \| (?:000|001) (\w+) ([^|]+?) \|")


def main():
    text = open(sys.argv[1], encoding="utf-8").read()
    rows = [match.groups() for match in map(ROW.match, text.splitlines()) if match]
    print(HEAD)
    print("[document]")
    for letter, names in DOCUMENTS.items():
        print(f"{letter} = {list_of(names)}")
    for letter, sections in SECTIONS.items():
        print(f"\n[section.{letter}]")
        for name, names in sections.items():
            print(f"{name} = {list_of(names)}")
    print("\n[row]")
    for row, section, place in rows:
        assert section in SECTIONS[row[0]], row
        print(f'{row} = ["{section}", "{place}"]')


def list_of(texts):
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


main()
