import Foundation
import KohortCore
import Tenancy

/// The definition files that the demo is made of.
struct DemoDefinition: Sendable {
    let folder: String

    // Not inlined, as is `Demo.make`: Swift 6.3.1 crashes in release when it splits what would hold them.
    @inline(never)
    func read(_ name: String) throws -> ConsortiumDefinition { try .read(yaml: try text(name)) }

    /// KS's own file with made-up members and a cohort laid into it: a file holds the programme that its cohort names.
    @inline(never)
    func readKS(_ months: DemoMonths) throws -> ConsortiumDefinition {
        try .read(yaml: Self.joined([text("ks-2011"), text("demo/ks-members"), months.yaml]))
    }

    func text(_ name: String) throws -> String {
        let path = "\(folder)/\(name).yaml"
        guard let yaml = FileManager.default.contents(atPath: path) else {
            throw SettingsProblem(key: "definitions", found: path, allowed: "the folder of definition files")
        }
        return String(decoding: yaml, as: UTF8.self)
    }

    /// One file of several: what stands below the same key at the margin comes together below it.
    static func joined(_ files: [String]) -> String {
        var keys: [Substring] = []
        var lines: [Substring: [Substring]] = [:]
        for file in files {
            var key: Substring = ""
            for line in file.split(separator: "\n") where !line.hasPrefix("#") {
                if line.first?.isLetter != true {
                    lines[key, default: []].append(line)
                } else {
                    key = line
                    if !keys.contains(key) { keys.append(key) }
                }
            }
        }
        return keys.flatMap { [$0] + (lines[$0] ?? []) }.joined(separator: "\n")
    }
}
