import Coaching
import Testing

/// The deck says what the documents teach in words of its own.
@Suite struct DeckCopyTests {
  @Test func `No run of eight words is from the English document`() throws {
    for line in try ShippedDeck.speaking(.english).lines {
      let copied = DocumentRuns.english.found(in: DocumentRuns.words(line.text))
      #expect(copied == [], "\(line.place)")
    }
  }

  @Test(arguments: [Language.traditionalChinese, .simplifiedChinese])
  func `No run of ten characters is from the Chinese document`(_ language: Language) throws {
    for line in try ShippedDeck.speaking(language).lines {
      let copied = DocumentRuns.chinese.found(in: DocumentRuns.characters(line.text))
      #expect(copied == [], "\(line.place)")
    }
  }

  @Test func `The fingerprints are those of two whole documents`() {
    #expect(DocumentRuns.english.count == 3317)
    #expect(DocumentRuns.chinese.count == 3023)
  }

  @Test func `The hash is FNV-1a`() {
    #expect(DocumentRuns.hash("") == 0xCBF2_9CE4_8422_2325)
    #expect(DocumentRuns.hash("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(DocumentRuns.hash("foobar") == 0x8594_4171_F739_67E8)
    #expect(DocumentRuns.fingerprint("a") == "r2PcTIYB")
  }

  @Test func `A copied run is found whatever its marks and capitals`() {
    let own = DocumentRuns(["the grey cat's tail lay over the warm"])
    let copy = "Well: THE grey cat’s tail lay, over the (warm) stove."
    #expect(own.found(in: DocumentRuns.words(copy)) == ["the grey cat's tail lay over the warm"])
    let other = "The grey cat's tail lay over a warm stove."
    #expect(own.found(in: DocumentRuns.words(other)) == [])
    #expect(DocumentRuns.words("only seven words are in this one") == [])
  }

  @Test func `A copied run is found in either script, artefacts and marks apart`() {
    let own = DocumentRuns(["灰猫的尾巴一直搭在你那"])
    #expect(own.count == 1)
    let run = "灰猫的尾巴一直搭在"
    let list = DocumentRuns([run + "你"])
    #expect(list.found(in: DocumentRuns.characters("那灰貓的尾巴，壹直搭在妳「身邊」。")) == [run + "你"])
    #expect(list.found(in: DocumentRuns.characters("那灰猫的尾巴，一直搭在你身边。")) == [run + "你"])
    #expect(list.found(in: DocumentRuns.characters("那灰猫的尾巴，一直搭到你身边。")) == [])
  }

  @Test func `A list of fingerprints is read whatever its lines`() {
    let runs = ["one", "two", "three"]
    let prints = runs.map(DocumentRuns.fingerprint)
    let list = DocumentRuns("\(prints[0])\(prints[1])\n\(prints[2])")
    #expect(list.count == 3)
    #expect(list.found(in: runs + ["four"]) == runs)
  }
}
