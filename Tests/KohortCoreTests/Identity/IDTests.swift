import KohortCore
import Testing

struct IDTests {
    private let text = "0190f3c2-7b1e-7abc-8def-0123456789ab"

    @Test func `an id is read from its canonical form and written as the same`() throws {
        #expect(try #require(PersonID(text)).description == text)
        let fresh = PersonID.new()
        #expect(PersonID(fresh.description) == fresh)
    }

    @Test(arguments: [
        "", "0190F3C2-7B1E-7ABC-8DEF-0123456789AB", "0190f3c27b1e7abc8def0123456789ab",
        "{0190f3c2-7b1e-7abc-8def-0123456789ab}", "0190f3c2-7b1e-7abc-8def-0123456789a",
        "0190f3c2-7b1e-7abc-8def-0123456789abc", "0190f3c2-7b1e-7abc-8def-0123456789ab\n",
        " 0190f3c2-7b1e-7abc-8def-0123456789ab", "0190f3c2-7b1e-7abc-8def-0123456789ag",
        "0190f3c27-b1e-7abc-8def-0123456789ab", "0190f3c2-7b1e-7abc-8def-0123456789-a",
        "0190f3c2_7b1e_7abc_8def_0123456789ab", "０190f3c2-7b1e-7abc-8def-0123456789ab",
    ])
    func `only the canonical form is read`(text: String) {
        #expect(PersonID(text) == nil)
    }

    @Test func `an id is of version 7 and begins with its milliseconds`() {
        let text = PersonID.new(at: Instant(milliseconds: 0x0123_4567_89AB)).description
        #expect(text.hasPrefix("01234567-89ab-7"))
        #expect(["8", "9", "a", "b"].contains(text.split(separator: "-")[3].prefix(1)))
    }

    @Test func `ids sort by the time they were made, as ids and as text`() {
        let ids = [0, 1, 999, 1_000, 65_536, 1_297_724_399_999, 1_803_600_000_000, 0xFFFF_FFFF_FFFF]
            .map { PersonID.new(at: Instant(milliseconds: $0)) }
        #expect(ids.reversed().sorted() == ids)
        #expect(ids.map(\.description).sorted() == ids.map(\.description))
    }

    @Test func `ids of the same millisecond differ`() {
        let instant = Instant(milliseconds: 1_803_600_000_000)
        #expect(Set((0..<1_000).map { _ in PersonID.new(at: instant) }).count == 1_000)
    }

    @Test func `an id is stored as its text, and only the canonical form is read back`() throws {
        let id = try #require(PersonID(text))
        #expect(try stored(id) == "\"\(text)\"")
        #expect(try read("\"\(text)\"", as: PersonID.self) == id)
        #expect(throws: DecodingError.self) { try read("\"\(text.uppercased())\"", as: PersonID.self) }
    }
}
