import KohortCore
import Testing

@testable import Tenancy

@Suite struct `A password's hash` {
    private static let cheap = ScryptCost(ln: 4, r: 8, p: 1)

    @Test func `takes the right password and no other, byte by byte`() throws {
        let hash = try PasswordHash(of: "blå ås 🌲 and more", cost: Self.cheap)
        #expect(try hash.matches("blå ås 🌲 and more"))
        for wrong in ["blå ås 🌲 and mor", "blå ås 🌲 and more ", "Blå ås 🌲 and more", "bla\u{30A} ås 🌲 and more", ""] {
            #expect(try !hash.matches(wrong))
        }
    }

    @Test func `counts every character of a long one`() throws {
        let long = String(repeating: "word ", count: 40)
        let hash = try PasswordHash(of: long + "a", cost: Self.cheap)
        #expect(try hash.matches(long + "a"))
        #expect(try !hash.matches(long + "b"))
    }

    @Test func `is written as PHC has it, with a salt of its own`() throws {
        let hash = try PasswordHash(of: "something long", cost: Self.cheap)
        let again = try PasswordHash(of: "something long", cost: Self.cheap)
        #expect(hash.text.wholeMatch(of: /\$scrypt\$ln=4,r=8,p=1\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/) != nil)
        #expect(hash.text != again.text)
        #expect(PasswordHash(hash.text) == hash)
    }

    /// RFC 7914, section 12: `pleaseletmein` with N = 2^14, of which these are the first 32 bytes.
    @Test func `is scrypt's own`() throws {
        let text = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"
        let known = try #require(PasswordHash(text))
        #expect(try known.matches("pleaseletmein"))
        #expect(known.text == text)
    }

    @Test(
        arguments: [
            "", "$scrypt$", "$argon2id$ln=4,r=8,p=1$c2FsdHNhbHQ$aGFzaA", "$scrypt$ln=31,r=8,p=1$c2FsdHNhbHQ$aGFzaA",
            "$scrypt$ln=4,r=8$c2FsdHNhbHQ$aGFzaA", "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$aGFzaA",
        ])
    func `is not read from anything else`(_ text: String) { #expect(PasswordHash(text) == nil) }

    /// The only one at its real cost: half a second with optimisation, some seconds without.
    @Test func `costs 128 MiB today`() throws {
        #expect(ScryptCost.current == ScryptCost(ln: 17, r: 8, p: 1))
        let hash = try PasswordHash(of: "gul tiger under bordet", cost: .current)
        #expect(hash.text.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        #expect(try hash.matches("gul tiger under bordet"))
    }
}
