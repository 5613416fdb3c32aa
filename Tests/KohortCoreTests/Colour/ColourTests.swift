import Foundation
import Testing

@testable import KohortCore

struct ColourTests {
    @Test(arguments: ["#1d5b49", "#FFFFFF", "#000000"])
    func `six digits after a hash are a colour`(text: String) {
        #expect(Colour(text)?.description == text.lowercased())
    }

    @Test(arguments: ["", "1d5b49", "#1d5b4", "#1d5b490", "#1d5b4g", "#+d5b49", "red", "#1d5b4\u{301}"])
    func `anything else is none`(text: String) { #expect(Colour(text) == nil) }

    @Test(arguments: [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#1d5b49", "#1d5b49", 1.0)])
    func `contrast is that of WCAG`(one: String, other: String, contrast: Double) throws {
        let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
        #expect(abs(one.contrast(to: other) - contrast) < 0.01)
        #expect(one.contrast(to: other) == other.contrast(to: one))
    }

    @Test func `a mixture has so much of the other colour`() {
        #expect(Colour.black.mixed(with: .white, 0.5).description == "#808080")
        #expect(Colour.black.mixed(with: .white, 0) == .black)
        #expect(Colour.black.mixed(with: .white, 1) == .white)
    }

    @Test func `the brightest of a hue has one channel at its full`() throws {
        #expect(try #require(Colour("#102040")).brightest.description == "#3f7fff")
        #expect(Colour.black.brightest == .white && Colour.white.brightest == .white)
    }

    @Test func `a pale colour is darkened as far as it must be, a dark one left alone`() throws {
        let (pale, dark) = (try #require(Colour("#7fb3a1")), try #require(Colour("#1d5b49")))
        let mended = pale.legible(on: [.white], atLeast: 4.5, towards: .black)
        #expect(mended != pale && mended.contrast(to: .white) >= 4.5 && mended.contrast(to: .white) < 5)
        #expect(dark.legible(on: [.white], atLeast: 4.5, towards: .black) == dark)
    }

    @Test func `it is stored as it is written`() throws {
        let colour = try #require(Colour("#0a0b0c"))
        let data = try JSONEncoder().encode([colour])
        #expect(String(decoding: data, as: UTF8.self) == "[\"#0a0b0c\"]")
        #expect(try JSONDecoder().decode([Colour].self, from: data) == [colour])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Colour].self, from: Data("[\"red\"]".utf8)) }
    }
}
