import Foundation
import Testing

/// What a template names is held when the daemon starts; what Swift names whole is held here.
@Suite struct `Texts that Swift names` {
    private static let keys = Set(
        SourceTree.files(under: "Sources/KohortSite/Texts", ending: "txt").filter { $0.path.hasSuffix(".en.txt") }
            .flatMap { $0.text.captures(of: #"^([A-Za-z0-9_.-]+)\s*="#) })

    /// Of a visit to any room; the rooms around a trainee name theirs without their beginning.
    static func missing(in code: String) -> [String] {
        code.captures(of: #"\b(?:visit|room)\.text\(\s*"([a-z][a-z0-9_.]*)""#)
            .filter { !keys.contains($0) && !keys.contains("trainee." + $0) }
    }

    @Test func `are all there`() {
        let found = SourceTree.swiftFiles(under: "Sources/KohortSite").map { Self.missing(in: $0.text) }
        #expect(found.joined().isEmpty, "\(found.joined().joined(separator: ", "))")
    }

    @Test func `one that is not there would be found`() {
        #expect(Self.missing(in: #"visit.text("layout.nobody_wrote_this")"#) == ["layout.nobody_wrote_this"])
        #expect(Self.missing(in: #"visit.text("form.or") + room.text("attention")"#) == [])
    }
}
