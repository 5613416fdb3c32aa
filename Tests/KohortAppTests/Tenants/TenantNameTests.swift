import Crypto
import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortApp

/// Wherever a tenant's name comes in, only one of the form of a name is taken: nothing that is a path, another spelling,
/// or a word of the server's own.
@Suite struct `A tenant's name` {
    /// What leads out of a folder, ends a text, looks like another or is somebody else's.
    static let wrong = [
        "..", ".", "../romerike", "/", "a/b", "a\\b", "%2f", "%2e%2e", "a%00", "a\u{0}b", "Romerike", "ROMERIKE",
        "r\u{043E}merike", "\u{FF52}omerike", "romerike\u{200B}", "rome\u{0301}rike", "ro merike", "romerike\n", "-a",
        String(repeating: "a", count: 41), "www", "api", "public", "static", "pg_x", "pg_catalog",
    ]
    private static let right = ["a", "2026", "nord-2026", String(repeating: "a", count: 40)]

    @Test func `in a definition file is refused, and the right one taken`() async throws {
        let world = try await OperatorWorld()
        for name in Self.wrong {
            let problem = try await world.refusal(
                "ApplyDefinitionFile", ["yaml": try Self.definition(name), "isDryRun": false])
            #expect(problem?.code == "definition.invalid", "\(name): \(problem?.description ?? "taken")")
            #expect(try world.ground.tenants() == [], "\(name)")
        }
        for name in Self.right {
            try await world.ask("ApplyDefinitionFile", ["yaml": try Self.definition(name), "isDryRun": false])
        }
        #expect(try await Set(world.states().keys) == Set(Self.right))
        #expect(try world.ground.tenants().count == Self.right.count)
    }

    @Test func `in an operator's call is refused, and the right one looked for`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        for name in Self.wrong {
            for (call, member) in [
                ("ShowTenant", "slug"), ("ChangeTenantState", "slug"), ("ExportTenant", "slug"),
                ("MakeToken", "tenant"),
            ] {
                let members: [String: any Sendable] = [
                    member: name, "state": "suspended", "path": world.ground.path + "/out", "role": "lead", "days": 7,
                    "name": "token",
                ]
                let problem = try await world.refusal(call, members)
                #expect(problem?.code == "call.unreadable", "\(call) \(name)")
            }
        }
        #expect(try await world.refusal("ShowTenant", ["slug": "romerike"])?.code == "tenant.unknown")
        #expect(try await world.ask("ShowTenant", ["slug": "norra-norrland"]) is [String: Any])
        #expect(try FileManager.default.contentsOfDirectory(atPath: world.ground.path).contains("out") == false)
    }

    @Test func `in an archive, or beside it, is refused, and the right one taken`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        let whole = world.ground.path + "/whole.kohort"
        try await world.ask("ExportTenant", ["slug": "norra-norrland", "path": whole])
        for (number, name) in Self.wrong.enumerated() {
            let path = world.ground.path + "/\(number).kohort"
            try Self.write(try Self.renamed(whole, to: name), to: path)
            let problem = try await world.refusal("ImportTenant", ["path": path])
            #expect(problem?.description.contains("line 1") == true, "\(name): \(problem?.description ?? "taken")")
            let beside = try await world.refusal("ImportTenant", ["path": whole, "slug": name])
            #expect(beside?.code == "call.unreadable", "\(name)")
        }
        #expect(try world.ground.tenants().count == 1)
        let path = world.ground.path + "/right.kohort"
        try Self.write(try Self.renamed(whole, to: "brought"), to: path)
        try await world.ask("ImportTenant", ["path": path])
        try await world.ask("ImportTenant", ["path": whole, "slug": "beside"])
        #expect(
            try await world.states() == ["norra-norrland": "active", "brought": "suspended", "beside": "suspended"])
    }

    private static func definition(_ name: String) throws -> String {
        try OperatorWorld.definition.replacing("slug: norra-norrland\n", with: "slug: \(try quoted(name))\n")
    }

    private static func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    /// The archive with another name in its first line, and the right sum at its end.
    private static func renamed(_ path: String, to name: String) throws -> String {
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing("\"slug\":\"norra-norrland\"", with: "\"slug\":\(try quoted(name))", maxReplacements: 1)
        let end = try #require(text.dropLast().lastIndex(of: "\n"))
        let (lines, last) = (text[...end], text[text.index(after: end)...])
        let sum = SHA256.hash(data: Data(lines.utf8)).map { String(format: "%02x", $0) }.joined()
        return String(lines) + last.replacing(/"sha256":"[0-9a-f]+"/, with: "\"sha256\":\"\(sum)\"")
    }

    private static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}
