import Testing

@testable import Systemd

@Suite struct InotifyEventTests {
  @Test func `A buffer of the kernel holds notices with padded names, or none`() {
    let buffer: [UInt8] =
      [1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0x61, 0x62, 0, 0]
      + [255, 255, 255, 255, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(
      InotifyEvent.parse(buffer[...]) == [
        InotifyEvent(watch: 1, mask: 8, name: "ab"),
        InotifyEvent(watch: -1, mask: 0x4000, name: nil),
      ]
    )
  }

  @Test func `A buffer cut short is not read past its end`() {
    #expect(InotifyEvent.parse([1, 0, 0, 0, 8, 0, 0]) == [])
    let cut: [UInt8] = [1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0x61]
    #expect(InotifyEvent.parse(cut[...]) == [InotifyEvent(watch: 1, mask: 8, name: "a")])
  }

  @Test func `Where it cannot be read, what it had to tell is taken for lost`() {
    #expect(InotifyEvent.read(-1).map(\.mask) == [InotifyMask.overflow])
  }
}
