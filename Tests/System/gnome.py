"""GNOME Shell without a screen: what stands on its stage, and a mouse before it.

It is started with --unsafe-mode, in which it runs on itself what it is sent; the mouse is one of
its own compositor's, so that a click goes the way that a hand's does.
"""

import json
import subprocess
import time

SIZE = (1280, 800)
COMMAND = ["gnome-shell", "--headless", "--virtual-monitor", f"{SIZE[0]}x{SIZE[1]}",
           "--unsafe-mode", "--no-x11"]
AWAY = (SIZE[0] / 2, SIZE[1] - 20)
# Else it greets whoever comes for the first time, over all that there is to see.
GREETED = ("org.gnome.shell", "welcome-dialog-last-shown-version", "99")
ENVIRONMENT = {
    "XDG_SESSION_TYPE": "wayland", "XDG_CURRENT_DESKTOP": "GNOME", "LIBGL_ALWAYS_SOFTWARE": "1",
}

# Each that can be seen: what it says, where, and whether all of that fits.
SEEN = """(() => {
  const {St, Clutter} = imports.gi;
  const texts = actor => actor instanceof Clutter.Text
    ? [actor] : actor.get_children().flatMap(texts);
  const seen = [];
  const walk = actor => {
    if (!actor.mapped || actor.get_paint_opacity() < 128) return;
    const isText = actor instanceof St.Label;
    if (isText || actor instanceof St.Button) {
      const [x, y] = actor.get_transformed_position();
      const [width, height] = actor.get_transformed_size();
      const said = texts(actor);
      seen.push({
        says: said.map(text => text.text).join(' '), isText, x: x + width / 2, y: y + height / 2,
        isWhole: said.every(text => !text.get_layout().is_ellipsized()),
      });
    }
    actor.get_children().forEach(walk);
  };
  walk(%s);
  return seen;
})()"""
MOUSE = """(() => {
  const {Clutter, GLib} = imports.gi;
  const seat = Clutter.get_default_backend().get_default_seat();
  global.mouse ??= seat.create_virtual_device(Clutter.InputDeviceType.POINTER_DEVICE);
  const now = GLib.get_monotonic_time();
  %s;
})()"""
KEYBOARD = """(() => {
  const {Clutter, GLib} = imports.gi;
  const seat = Clutter.get_default_backend().get_default_seat();
  global.keyboard ??= seat.create_virtual_device(Clutter.InputDeviceType.KEYBOARD_DEVICE);
  const now = GLib.get_monotonic_time();
  global.keyboard.%s;
})()"""


class Gnome:
    """The shell on a session bus."""

    def __init__(self, call):
        """Calls a program on that bus by its words, and gives what it said."""
        self.call = call

    def does(self, script):
        """Runs a script in the shell; what it gave."""
        place = ["org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell"]
        said = self.call("busctl", "--user", "--json=short", "call", *place, "Eval", "s", script)
        is_done, value = json.loads(said)["data"]
        if not is_done:
            raise RuntimeError(f"the shell refused: {value}")
        return json.loads(value) if value else None

    def is_up(self):
        """Whether its start is over."""
        try:
            return self.does("!Main.layoutManager._startingUp && !!Main.messageTray")
        except (AssertionError, RuntimeError, subprocess.SubprocessError):
            return False

    def clear(self):
        """Leaves the overview, and what it says of itself: that nobody can lock its screen."""
        sources = "Main.messageTray.getSources()"
        self.does(f"Main.overview.hide(); {sources}.forEach(source => source.destroy()); 1")

    def greet(self):
        """Before it is started."""
        self.call("gsettings", "set", *GREETED)

    # The eye

    def seen(self, where="Main.messageTray"):
        """What can be seen, from an actor on."""
        return self.does(SEEN % where)

    def texts(self, where="Main.messageTray"):
        return [one["says"] for one in self.seen(where) if one["isText"]]

    def buttons(self, where="Main.messageTray"):
        """The buttons that say something, by that."""
        return {one["says"]: one for one in self.seen(where) if not one["isText"] and one["says"]}

    def picture(self, path):
        place = ["org.gnome.Shell", "/org/gnome/Shell/Screenshot", "org.gnome.Shell.Screenshot"]
        self.call("busctl", "--user", "call", *place, "Screenshot", "bbs", "false", "false", path)

    # The hand

    def point(self, x, y):
        self.does(MOUSE % f"global.mouse.notify_absolute_motion(now, {x}, {y})")

    def click(self, x, y):
        """Clicks as slowly as a hand: what is not yet under the mouse is not clicked on."""
        self.point(x, y)
        for state in ("PRESSED", "RELEASED"):
            time.sleep(0.15)
            press = f"notify_button(now, Clutter.BUTTON_PRIMARY, Clutter.ButtonState.{state})"
            self.does(MOUSE % f"global.mouse.{press}")

    def types(self, text):
        """Types on a keyboard of the compositor's own."""
        for character in text:
            key = 0xFF0D if character == "\n" else ord(character)
            for state in ("PRESSED", "RELEASED"):
                self.does(KEYBOARD % f"notify_keyval(now, {key}, Clutter.KeyState.{state})")

    def presses(self, label):
        """Clicks on a button of what has popped up, by what it says, once that is there.

        The shell takes a mouse that was there already for no sign of a person: it comes from
        elsewhere, and goes there again. What was clicked on is not taken for what comes next.
        """
        if not self.does("!!Main.messageTray._notification && !Main.messageTray._notification.done"
                         " && Main.messageTray._notificationState === 2"):
            return None
        self.point_at_banner()
        button = self.buttons().get(label)
        if button:
            self.does("Main.messageTray._notification.done = true; 1")
            self.click(button["x"], button["y"])
            self.point(*AWAY)
        return button

    def point_at_banner(self):
        """Goes with the mouse to what has popped up, which then stays and unfolds."""
        place = "Main.messageTray._bannerBin.get_transformed_position()"
        width = "Main.messageTray._bannerBin.get_transformed_size()[0]"
        x, y = self.does(f"(([x, y], width) => [x + width / 2, y])({place}, {width})")
        for below in (60, 50, 40):
            self.point(x, y + below)
            time.sleep(0.1)
