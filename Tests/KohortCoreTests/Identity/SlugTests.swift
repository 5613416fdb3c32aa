import KohortCore
import Testing

struct SlugTests {
    @Test(arguments: [1, 2, 39, 40])
    func `a slug has 1 to 40 characters`(length: Int) throws {
        let text = String(repeating: "a", count: length)
        #expect(try Slug(text).text == text)
    }

    @Test(arguments: [0, 41, 400])
    func `a text of another length is no slug`(length: Int) {
        #expect(throws: SlugProblem.length) { try Slug(String(repeating: "a", count: length)) }
    }

    @Test(arguments: ["nord-2026", "a-b", "a--b", "2026", "z9"])
    func `a slug has small letters, digits and hyphens`(text: String) throws {
        #expect(try Slug(text).description == text)
    }

    @Test(arguments: [
        "Nord", "å", "a_b", "a b", "a.b", "a/b", "..", "a%2f", "a\n", "a\r\n", "a\u{0}b", "a\u{301}", "ａ", "a'b",
        "a\"b",
    ])
    func `another character is refused`(text: String) {
        #expect(throws: SlugProblem.characters) { try Slug(text) }
    }

    @Test(arguments: ["-a", "a-", "-", "--", "-a-"])
    func `a hyphen at an end is refused`(text: String) {
        #expect(throws: SlugProblem.ends) { try Slug(text) }
    }

    @Test func `the reserved words are those of the server's own paths`() {
        #expect(
            Slug.reserved == [
                "admin", "api", "static", "assets", "livez", "readyz", "metrics", "www", "public", ".well-known",
                "robots.txt", "sitemap.xml", "favicon.ico",
            ])
    }

    @Test(arguments: Slug.reserved.sorted() + ["pg_x", "pg_", "pg_catalog"])
    func `a reserved word is refused`(text: String) {
        #expect(throws: SlugProblem.reserved) { try Slug(text) }
    }

    @Test(arguments: [
        "admins", "api-2", "my-static", "www2", "public-1", "well-known", "robots-txt", "pg", "pg-x", "pgx",
    ])
    func `a slug that only resembles a reserved word is one`(text: String) throws {
        #expect(try Slug(text).text == text)
    }

    @Test func `slugs sort by their text`() throws {
        #expect(try [Slug("b"), Slug("a-b"), Slug("a")].sorted() == [Slug("a"), Slug("a-b"), Slug("b")])
    }

    @Test func `a slug is stored as its text, and what is none is not read back`() throws {
        #expect(try stored(Slug("nord")) == "\"nord\"")
        #expect(try read("\"nord\"", as: Slug.self) == Slug("nord"))
        #expect(throws: DecodingError.self) { try read("\"admin\"", as: Slug.self) }
    }

    @Test func `a problem's code is stable`() {
        #expect(
            [SlugProblem.length, .characters, .ends, .reserved].map(\.rawValue)
                == ["slug.length", "slug.characters", "slug.ends", "slug.reserved"])
    }
}
