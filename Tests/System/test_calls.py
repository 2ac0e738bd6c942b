import os
import random

from calls import KILL, Bench
from case import Case
from shared import UID
from stories import STORIES

CONCERNS = (
    r"Sources/(Storage|Application|Channels|Configuration|coach)/|Tests/System/(calls|stories)"
)
# Of each story, how many kills and how many errors; all where COACH_EVERY_CALL is set.
SAMPLE = 16


class AtEverySystemCall(Case):
    """What was acknowledged is there, nothing is half, and the next command works."""

    def test_it_is_killed_or_the_call_fails(self):
        seed = int(os.environ.get("COACH_SEED", "2026"))
        base = self.person.home / "calls"
        base.mkdir(mode=0o755, exist_ok=True)
        person = ["setpriv", "--reuid", str(UID), "--regid", str(UID), "--init-groups"]
        bench = Bench(base, self.person.home / ".local/bin/coach", person, UID)
        wrong = []
        for story in STORIES:
            faults = bench.faults(story)
            kills = [fault for fault in faults if fault.what == KILL]
            errors = [fault for fault in faults if fault.what != KILL]
            said = f"{story.name}: {len(kills)} calls, {len(errors)} errors"
            if not os.environ.get("COACH_EVERY_CALL"):
                chance = random.Random(f"{seed} {story.name}")
                kills = chance.sample(kills, min(SAMPLE, len(kills)))
                errors = chance.sample(errors, min(SAMPLE, len(errors)))
            print(f"     {said}; tried {len(kills)} and {len(errors)} by seed {seed}", flush=True)
            self.assertGreater(len(kills), 10, story.name)
            wrong += bench.attempts(story, kills + errors)
        self.assertEqual(wrong, [], "\n".join(wrong))
