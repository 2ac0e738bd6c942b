"""What all system tests stand on."""

import os
import unittest

import pytest

from shared import until
from person import UNIT, Terminal


class Case(unittest.TestCase):
    """A test with a person whose Coach is installed, stopped and knows nothing yet."""

    pytestmark = pytest.mark.usefixtures("machine")
    person = None  # set once the machine runs
    longMessage = True

    def setUp(self):
        self.person.fresh()

    def start(self):
        """Starts the service; that returns when it has said READY."""
        self.person.systemctl("start", UNIT)

    def terminal(self, *command, **options):
        terminal = Terminal(self.person, *command, **options)
        self.addCleanup(terminal.close)
        return terminal

    def journal_shows(self, *matches, seconds=10):
        """Waits for entries of the service with these fields."""
        return until(lambda: self.person.journal(*matches), f"{matches} in the journal", seconds)

    def assert_gone(self, pid):
        self.assertFalse(os.path.exists(f"/proc/{pid}"), f"process {pid} still runs")
