import Foundation
import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

struct StyleguideTests {
    @Test func `the lead sees every component, with the consortium's members in them`() async throws {
        let page = try await RoundStory.published(count: 0).world.send(.get, "/styleguide", as: .lead)
        #expect(page.status == .ok)
        for part in ["swatches", "ranking", "due", "dates", "timeline", "stack", "summary", "steps", "empty", "pager"] {
            #expect(page.text.contains("class=\"\(part)\""), "\(part)")
        }
        #expect(page.text.contains("Nordmalings kommun"))
    }

    /// By the stylesheet's own files: each is a component, and its first class bears its name.
    @Test func `no component of the stylesheet is left out`() async throws {
        let folder = URL(fileURLWithPath: #filePath.replacing("Tests/KohortSiteTests/Styleguide/", with: ""))
            .deletingLastPathComponent().appending(path: "Sources/KohortSite/Assets/site.css")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let components = try files.filter { !Self.ofOnePage.contains($0.lastPathComponent) }.compactMap { file in
            let rules = try String(contentsOf: file, encoding: .utf8).replacing(
                /\/\*.*?\*\//.dotMatchesNewlines(), with: "")
            return rules.firstMatch(of: /\.((?!scripted)[a-z][a-z-]+)[^{}]*\{/).map { String($0.output.1) }
        }
        #expect(components.count >= 16)
        let page = try await RoundStory.published(count: 0).world.send(.get, "/styleguide", as: .lead).text
        let shown = Set(
            page.matches(of: /class="([^"]*)"/).flatMap { $0.output.1.split(separator: " ").map(String.init) })
        #expect(components.filter { !shown.contains($0) } == [])
    }

    /// The pool's, paper's and a refused form's own arrangement, and what has no class.
    private static let ofOnePage: Set = ["43-written.css", "71-pool.css", "90-print.css", "10-tokens.css"]

    @Test func `employers and visitors do not`() async throws {
        let world = try await RoundStory.published(count: 0).world
        #expect(try await world.send(.get, "/styleguide", as: RoundStory.first).status == .forbidden)
        #expect(try await world.send(.get, "/styleguide", as: .nobody).status == .unauthorized)
    }
}
