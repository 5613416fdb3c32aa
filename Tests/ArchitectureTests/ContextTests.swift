import Testing

/// A tenant comes with the store that it is lent with, and from nowhere else: code without one cannot say "the tenant".
@Suite struct `The tenant at hand` {
    private static let sources = SourceTree.swiftFiles(under: "Sources").filter { $0.target != "KohortTesting" }

    private func files(with pattern: String) -> [String] {
        Self.sources.filter { !$0.code.captures(of: pattern).isEmpty }.map(\.path)
    }

    @Test func `is made into a store in one place, and put together anew from an archive in another`() {
        #expect(files(with: #"\b(TenantStore\(tenant)"#) == ["Sources/KohortApp/Kohort.swift"])
        #expect(
            files(with: #"\b(Store\(\s*tenant)"#).filter { !$0.contains("kohort-bench") } == [
                "Sources/KohortApp/Archives/Kohort+Archives.swift", "Sources/KohortApp/Kohort.swift",
            ])
    }

    @Test func `is in no task's own values and in no variable that all share`() {
        #expect(files(with: #"(@TaskLocal|Thread\.current\.threadDictionary)"#) == [])
        let shared = #"static (?:let|var) (\w+)(?:: | = )(?:Kohort|Store|TenantStore|Tenant|TenantID|Slug)\b"#
        // The demo names the consortia that it makes.
        let found = Self.sources.filter { !$0.path.hasSuffix("/Demo.swift") }.flatMap { file in
            file.code.captures(of: shared).map { "\(file.path) \($0)" }
        }
        // The registry's own id, which is no tenant's.
        #expect(found == ["Sources/KohortApp/Kohort.swift registryID"])
    }

    @Test func `is read and written through what the store lends, which nobody else can make`() {
        for name in ["Read", "Write"] {
            let text = SourceTree.text("Sources/KohortStore/Transaction/\(name).swift")
            #expect(text.contains("package struct \(name): ~Copyable"))
            #expect(text.captures(of: #"^(?: *)((?:package )?init\()"#) == ["init("], "\(name)")
        }
    }
}
