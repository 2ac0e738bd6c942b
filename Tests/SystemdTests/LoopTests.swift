import Glibc
import Systemd
import Testing

// The tests of signals and of the environment run in processes of their own (exit tests), since
// both belong to a whole process and other tests run beside these.

@Suite struct LoopTests {
  @Test func `The code given to exit is what run returns`() throws {
    let loop = try Loop()
    let timer = try loop.timer { loop.exit(42) }
    try timer.set(microseconds: 0)
    #expect(try loop.run() == 42)
  }

  @Test func `A descriptor that can be read calls its handler until its source goes`() throws {
    let loop = try Loop()
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    try #require(unsafe write(ends[1], "x", 1) == 1)
    var count = 0
    var source: Source?
    source = try loop.onReadable(ends[0]) {
      count += 1
      if count == 3 { source = nil }
    }
    #expect(source != nil)
    #expect(try loop.run(forMilliseconds: 100) == 99)
    #expect(count == 3)
  }

  @Test func `Signals reach their handlers in the order in which they were raised`() async {
    await #expect(processExitsWith: .success) {
      unblock([SIGUSR1, SIGHUP])
      let loop = try Loop()
      var order: [Int32] = []
      try loop.onSignal(SIGUSR1) {
        order.append(SIGUSR1)
        if order.count == 3 { loop.exit(0) } else { raise(SIGHUP) }
      }
      try loop.onSignal(SIGHUP) {
        order.append(SIGHUP)
        raise(SIGUSR1)
      }
      // Before the loop runs: the signal is blocked, and waits.
      raise(SIGUSR1)
      try #require(try loop.run(forMilliseconds: 5000) == 0)
      try #require(order == [SIGUSR1, SIGHUP, SIGUSR1])
    }
  }

  @Test func `A second signal during the way out does not end the process`() async {
    await #expect(processExitsWith: .success) {
      unblock([SIGTERM])
      let loop = try Loop()
      try loop.onSignal(SIGTERM) { loop.exit(0) }
      raise(SIGTERM)
      try #require(try loop.run(forMilliseconds: 5000) == 0)
      raise(SIGTERM)
    }
  }

  @Test func `A loop feeds the watchdog that asks for it`() async {
    await #expect(processExitsWith: .success) {
      let manager = try Manager()
      unsafe setenv("WATCHDOG_USEC", "200000", 1)
      unsafe setenv("WATCHDOG_PID", String(getpid()), 1)
      let loop = try Loop()
      try #require(try loop.feedWatchdog())
      var messages: [String] = []
      let source = try loop.onReadable(manager.socket) {
        messages += manager.messages()
        if messages.count == 3 { loop.exit(0) }
      }
      let code = try withExtendedLifetime(source) { try loop.run(forMilliseconds: 5000) }
      try #require(code == 0)
      try #require(messages == ["WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"])
    }
  }

  @Test func `A watchdog that was not asked for is not fed`() async {
    await #expect(processExitsWith: .success) {
      let manager = try Manager()
      unsafe unsetenv("WATCHDOG_USEC")
      let loop = try Loop()
      try #require(try loop.feedWatchdog() == false)
      try #require(try loop.run(forMilliseconds: 100) == 99)
      try #require(manager.messages() == [])
    }
  }

  @Test func `A watchdog meant for another process is not fed`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("WATCHDOG_USEC", "200000", 1)
      unsafe setenv("WATCHDOG_PID", "1", 1)
      try #require(try Loop().feedWatchdog() == false)
    }
  }

  @Test func `A loop that goes leaves no descriptor behind`() async {
    await #expect(processExitsWith: .success) {
      let before = openDescriptors()
      for _ in 0..<50 {
        let loop = try Loop()
        let watch = try Watch(loop: loop) { _ in }
        try watch.add(directory: "/tmp")
        try loop.watchClock { _ in }
        try loop.onSignal(SIGUSR2) {}
        let timer = try loop.timer { [unowned loop] in loop.exit(0) }
        try timer.set(microseconds: 0)
        try #require(try loop.run() == 0)
        withExtendedLifetime((watch, timer)) {}
      }
      // Swift Testing opens one or two of its own meanwhile; a leak would be 50.
      try #require(openDescriptors() - before < 25)
    }
  }
}
