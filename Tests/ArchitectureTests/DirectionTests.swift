import Testing

/// Who may import whom: the house's one direction (Docs/structure.md).
@Suite struct `Direction of imports` {
    private static let modules: Set<String> = ["Tenancy", "Recruitment", "Delivery", "Billing", "Reporting"]
    private static let allowed: [String: Set<String>] = [
        "KohortCore": [],
        "KohortStore": ["KohortCore"],
        "KohortSQLite": ["KohortCore", "KohortStore"],
        "KohortPostgres": ["KohortCore", "KohortStore"],
        "KohortOutbound": ["KohortCore"],
        "KohortWeb": ["KohortCore"],
        "Tenancy": ["KohortCore", "KohortStore"],
        "Recruitment": ["KohortCore", "KohortStore"],
        "Delivery": ["KohortCore", "KohortStore"],
        "Billing": ["KohortCore", "KohortStore"],
        "Reporting": ["KohortCore", "KohortStore"],
        "KohortApp": modules.union(["KohortCore", "KohortStore", "KohortSQLite", "KohortPostgres", "KohortOutbound"]),
        "KohortSite": modules.union(["KohortCore", "KohortStore", "KohortApp", "KohortWeb", "KohortOutbound"]),
    ]

    @Test func `every target imports only what stands before it`() {
        let own = Set(Self.allowed.keys)
        for file in SourceTree.swiftFiles(under: "Sources") {
            guard let allowed = Self.allowed[file.target] else { continue }
            let imported = Set(file.code.captures(of: #"^import (\w+)$"#)).intersection(own)
            #expect(imported.isSubset(of: allowed), "\(file.path) imports \(imported.subtracting(allowed).sorted())")
        }
    }

    @Test func `modules know no HTTP, no engine and no curl`() {
        let forbidden: Set<String> = [
            "Hummingbird", "HTTPTypes", "NIOCore", "GRDB", "GRDBSQLite", "CCurl", "CPostgres",
        ]
        for file in SourceTree.swiftFiles(under: "Sources") where Self.modules.contains(file.target) {
            #expect(forbidden.isDisjoint(with: file.code.captures(of: #"^import (\w+)$"#)), "\(file.path)")
        }
    }

    @Test func `every target of the sources has its place in the order or is an end of it`() {
        let ends: Set<String> = ["CCurl", "CPostgres", "KohortTesting", "kohort", "kohort-bench", "kohortd"]
        let targets = Set(SourceTree.swiftFiles(under: "Sources").map(\.target))
        #expect(targets.subtracting(ends) == Set(Self.allowed.keys))
    }

    @Test func `nothing is public but what a protocol of a library wants`() {
        for file in SourceTree.swiftFiles(under: "Sources") where !["kohort", "kohortd"].contains(file.target) {
            #expect(file.code.captures(of: #"^\s*(public) "#).isEmpty, "\(file.path)")
        }
    }
}
