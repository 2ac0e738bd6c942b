"""Files of other programs, each made here from its format, with what is to come of it."""

import io
import json
import sqlite3
import zipfile


class Foreign:
    """A file of another program, and how much of it a coach takes in."""

    def __init__(self, name, file, data, new, *options, habits=0, notes=0, skips=0, zone="-"):
        self.name = name
        self.file = file
        self.data = data
        self.new = new
        self.options = options
        self.habits = habits
        self.notes = notes
        self.skips = skips
        self.zone = zone


def zipped(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def database(script):
    with sqlite3.connect(":memory:") as made:
        made.executescript(script)
        return made.serialize() if hasattr(made, "serialize") else _dumped(script)


def _dumped(script):
    import tempfile

    with tempfile.NamedTemporaryFile() as file:
        made = sqlite3.connect(file.name)
        made.executescript(script)
        made.close()
        file.seek(0)
        return open(file.name, "rb").read()


LOOP_HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
    "Target Type,Target Value,Archived?\n"
    "001,Read,YES_NO,Did you read?,,3,7,#FF8F00,,,,false\n"
    "002,Run,NUMERICAL,How far?,,1,7,#1976D2,km,AT_LEAST,5.5,false\n"
)
LOOP = zipped(
    **{
        "Habits.csv": LOOP_HABITS,
        "Checkmarks.csv": "Date,Read,Run,\n2026-01-01,YES_MANUAL,5250,\n",
        "001 Read/Checkmarks.csv": "Date,Value,Notes\n2026-01-03,YES_AUTO,\n2026-01-02,SKIP,ill\n"
        "2026-01-01,YES_MANUAL,\n",
        "002 Run/Checkmarks.csv": "Date,Value,Notes\n2026-01-01,5250,wet\n",
    }
)
LOOP_DATABASE = """
    PRAGMA user_version = 25;
    CREATE TABLE Habits (id INTEGER PRIMARY KEY, archived INTEGER, description TEXT,
      freq_den INTEGER, freq_num INTEGER, name TEXT, position INTEGER, type INTEGER,
      target_type INTEGER, target_value REAL, unit TEXT, question TEXT, uuid TEXT);
    CREATE TABLE Repetitions (id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER,
      value INTEGER, notes TEXT);
    INSERT INTO Habits VALUES (1, 0, '', 7, 3, 'Stretch', 0, 0, 0, 0, '', 'Stretched?', 'aa');
    INSERT INTO Repetitions VALUES (1, 1, 1767225600000, 2, 'long'), (2, 1, 1767312000000, 3, '');
"""
HEALTH_CONNECT = """
    CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB,
      start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER,
      notes TEXT);
    INSERT INTO sleep_session_record_table VALUES
      (1, x'00ff', 1790377200000, 7200, 1790402400000, 7200, 'well');
"""
APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (Record*)>
]>
<HealthData locale="de_DE">
 <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch"
  value="HKCategoryValueSleepAnalysisInBed" startDate="2026-09-13 23:00:00 +0200"
  endDate="2026-09-14 06:30:00 +0200"><MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>
 </Record>
</HealthData>
"""
ZONE = ("--zone", "Europe/Berlin")

FORMATS = (
    Foreign("loop", "loop.zip", LOOP, 3, habits=2, notes=2, skips=1),
    Foreign("loop-db", "loop.db", database(LOOP_DATABASE), 2, habits=1, notes=1, skips=1),
    Foreign(
        "table-habit",
        "table.json",
        json.dumps(
            {
                "habits": [
                    {
                        "name": "Walk",
                        "type": 1,
                        "daily_goal": 1,
                        "daily_goal_unit": "",
                        "freq_type": 1,
                        "freq_custom": "[3]",
                        "records": [
                            {"record_date": 20454, "record_type": 1, "record_value": 1.0,
                             "reason": "far"},
                            {"record_date": 20455, "record_type": 2},
                        ],
                    }
                ],
                "groups": [],
            }
        ),
        2, habits=1, notes=1, skips=1,
    ),
    Foreign(
        "habo",
        "habo.json",
        json.dumps(
            {
                "habits": [
                    {
                        "title": "Tea",
                        "habitType": 0,
                        "events": {
                            "2024-01-01 12:00:00.000Z": ["DayType.check", "hot"],
                            "2024-01-02 12:00:00.000Z": ["DayType.skip", ""],
                        },
                    }
                ],
                "metadata": {"version": "1.0"},
            }
        ),
        2, habits=1, notes=1, skips=1,
    ),
    Foreign(
        "harsh", "harsh.log",
        "2025-01-01 : Gym : y : Leg day : 0\n2025-01-02 : Gym : s", 2,
        habits=1, notes=1, skips=1,
    ),
    Foreign(
        "habitctl", "habitctl.log",
        "2018-09-15\tMeditated\ty\n\n2018-09-16\tMeditated\ts\n", 2, habits=1, skips=1,
    ),
    Foreign(
        "dijo", "habit_record.json",
        '[{"type":"Float","name":"swum","stats":{"2021-01-02":{"value":52,"precision":1}},'
        '"goal":{"value":50,"precision":1},"precision":1,"auto":false}]', 1, habits=1,
    ),
    Foreign(
        "csv", "climbed.csv", "When,m,Said\n2026-01-01,\"5,25\",wet\n2026-01-02,skip,\n", 2,
        "--columns", "day=When,value=m,note=Said", habits=1, notes=1, skips=1,
    ),
    Foreign(
        "sleep-as-android", "sleep-export.zip",
        zipped(
            **{
                "sleep-export.csv": "Id,Tz,From,To,Sched,Hours,Rating,Comment\n"
                '"1606420800000","Europe/London","","","","11.000","0.0","deep"\n',
                "prefs.xml": "<map/>",
                "alarms.json": "{}",
            }
        ),
        3, notes=1, zone="each",
    ),
    Foreign(
        "plees", "plees.csv", "sid,start,stop,rating,comment,wakes\n"
        "1,1774735200000,1774760400000,3,well,0\n", 3, *ZONE, notes=1, zone="--zone",
    ),
    Foreign(
        "sleepmeter", "sleepmeter.csv",
        "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n"
        '"2020-11-23 07:00+0000","2020-11-22 23:00+0000","2020-11-22 22:50+0000",,NIGHT_SLEEP,'
        'NONE,NONE,NONE,NONE,5,"a "b",\n"\n', 3, zone="offset",
    ),
    Foreign(
        "fitbit", "sleep-2026-05-02.json",
        '[{"logId":1,"dateOfSleep":"2026-05-02","startTime":"2026-05-01T23:00:00.000",'
        '"duration":28800000,"mainSleep":true}]', 3, *ZONE, zone="--zone",
    ),
    Foreign("apple-health", "export.zip", zipped(**{"apple_health_export/export.xml": APPLE}), 3,
            zone="HKTimeZone"),
    Foreign(
        "google-fit", "2016-12-29T23_10_00+01_00_SLEEP.json",
        '{"fitnessActivity":"sleep","startTime":"2016-12-29T22:10:00Z",'
        '"endTime":"2016-12-30T05:52:00Z","duration":"27720s","segment":[]}', 3,
        *ZONE, zone="name or --zone",
    ),
    Foreign("health-connect", "health.zip",
            zipped(**{"health_connect_export.db": database(HEALTH_CONNECT)}), 3, notes=1,
            zone="offsets"),
    Foreign(
        "simple-time-tracker", "stt.csv",
        "activity name,time started,time ended,comment,categories,record tags,duration,"
        "duration minutes\nPiano,2026-01-01 10:00:00,2026-01-01 10:30:00,\"a\nb\",,,0:30:00,30\n"
        "Bed,2026-02-01 23:00:00,2026-02-02 07:00:00,,,,8:00:00,480\n", 4,
        *ZONE, "--map", "Bed=sleep", habits=1, notes=1, zone="--zone",
    ),
    Foreign(
        "timewarrior", "2025-06.data",
        "inc 20250611T080000Z - 20250611T083000Z # \"deep work\"\n"
        "inc 20250613T210000Z - 20250614T050000Z # night\n", 4,
        *ZONE, "--map", "night=sleep", habits=1, zone="--zone",
    ),
    Foreign(
        "icalendar", "away.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20260715\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n", 1,
    ),
)
