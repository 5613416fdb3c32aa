import Foundation

/// The definition files as they are delivered.
enum Definition {
    private static let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }

    static func norraNorrland() throws -> String {
        try String(
            contentsOfFile: root.joined(separator: "/") + "/config/consortia/norra-norrland.yaml", encoding: .utf8)
    }

    /// A neighbour that works as Norra Norrland does, but lets a candidate keep two offers.
    static func neighbour() throws -> String {
        try norraNorrland()
            .replacing("slug: norra-norrland\n", with: "slug: mellersta-norrland\n")
            .replacing("one_acceptance_closes_rest: !assumed true", with: "one_acceptance_closes_rest: !assumed false")
    }
}
