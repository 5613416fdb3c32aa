import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

struct ThemeTests {
    /// The site's own tones, as the stylesheet has them: light first, then dark.
    private static func tokens() throws -> [[String: Colour]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/KohortSite/Assets/site.css/10-tokens.css")
        let css = try String(contentsOf: file, encoding: .utf8)
        let schemes = css.split(separator: "@media (prefers-color-scheme: dark)")
        try #require(schemes.count == 2)
        return schemes.map { scheme in
            scheme.matches(of: /--([a-z-]+): (#[0-9a-f]{3,6});/).reduce(into: [:]) { found, match in
                let digits =
                    match.2.count == 4 ? "#" + match.2.dropFirst().map { "\($0)\($0)" }.joined() : String(match.2)
                found[String(match.1)] = Colour(digits)
            }
        }
    }

    private static let grounds = ["ground", "surface", "sunken"]

    @Test func `every text of the stylesheet can be read on every ground, in light and in dark`() throws {
        for tokens in try Self.tokens() {
            for text in ["ink", "quiet", "accent", "accent-strong", "soon", "late"] {
                for ground in Self.grounds {
                    let contrast = try #require(tokens[text]).contrast(to: try #require(tokens[ground]))
                    #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
                }
            }
            for (text, ground) in [
                ("on-accent", "accent"), ("accent", "accent-soft"), ("ink", "accent-soft"), ("soon", "soon-soft"),
                ("late", "late-soft"),
            ] {
                let contrast = try #require(tokens[text]).contrast(to: try #require(tokens[ground]))
                #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
            }
            #expect(try #require(tokens["edge"]).contrast(to: try #require(tokens["surface"])) >= 3)
        }
    }

    @Test func `accents are held against the grounds that the stylesheet has`() throws {
        let tokens = try Self.tokens()
        #expect(tokens[0]["sunken"] == Accent.ground)
        #expect([tokens[1]["surface"], tokens[1]["sunken"]] == Theme.darkGrounds)
    }

    @Test(arguments: ["#1d5b49", "#1f4e79", "#6b2c4f", "#000000", "#0000ff", "#7a5200", "#b00020", "#5a5a00"])
    func `every tone of an accent that is taken can be read`(text: String) throws {
        let accent = try #require(Colour(text))
        try #require(Accent.isLegible(accent))
        let theme = Theme(accent)
        let schemes = zip([theme.light, theme.dark], try Self.tokens())
        for (tones, tokens) in schemes {
            for ground in Self.grounds {
                let ground = try #require(tokens[ground])
                #expect(tones.accent.contrast(to: ground) >= 4.5 && tones.strong.contrast(to: ground) >= 4.5)
            }
            #expect(tones.onAccent.contrast(to: tones.accent) >= 4.5)
            #expect(tones.accent.contrast(to: tones.soft) >= 4.5)
            #expect(try #require(tokens["ink"]).contrast(to: tones.soft) >= 4.5)
        }
    }

    @Test func `a consortium's pages name its own sheet, which is kept for a year`() async throws {
        let world = try await RoundStory.published(count: 0).world
        let page = try await world.send(.get, "", as: .nobody)
        let path = try #require(page.text.firstMatch(of: /href="(\/[a-z-]+\/theme\/[0-9a-f]{16})"/)?.1)
        let sheet = try await world.send(.get, String(path), as: .nobody)
        #expect(sheet.status == .ok && sheet.headers[.contentType] == "text/css; charset=utf-8")
        #expect(sheet.text.contains("--accent:#1f4e79"))
        #expect(sheet.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let stale = try await world.send(.get, path.dropLast(16) + "0123456789abcdef", as: .nobody)
        #expect(stale.headers[.cacheControl] == "no-cache")
    }
}
