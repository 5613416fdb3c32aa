import Foundation
import KohortCore
import Testing

@testable import KohortApp

@Suite struct `The operator's sentences` {
    /// Where an operator's call can be refused.
    private static let places = [
        "Tenancy/Definitions", "Tenancy/Tenants", "Tenancy/Tokens", "Tenancy/SignIns", "Tenancy/Webhooks",
        "KohortStore",
        "Recruitment/Rounds/PlanRound.swift", "Recruitment/Rounds/RoundChannels.swift",
        "Recruitment/Rounds/Deadlines.swift", "Recruitment/Settings.swift", "KohortCore/Text/WrittenText.swift",
    ]

    /// `conflict("…")`, `invalid("field", "…")` and `FieldProblem(field, "…")` of the sources there.
    private static func codes() throws -> Set<String> {
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        let pattern = /(?:conflict\(|(?:invalid|FieldProblem)\(\s*(?:"\w+"|\w+(?:\.0)?),\s*)"([a-z_.]+)"/
        return try places.reduce(into: []) { codes, place in
            for file in try files("\(root)/Sources/\(place)") {
                let text = try String(contentsOfFile: file, encoding: .utf8)
                codes.formUnion(text.matches(of: pattern).map { String($0.output.1) })
            }
        }
    }

    private static func files(_ path: String) throws -> [String] {
        if path.hasSuffix(".swift") { return [path] }
        return try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
            .map { "\(path)/\($0)" }
    }

    @Test func `there is one for each code that a call can be refused with`() throws {
        let codes = try Self.codes()
        #expect(codes.isSuperset(of: ["tenant.slug_taken", "number.range", "text.control", "outbox.not_failed"]))
        #expect(codes.subtracting(OperatorSentences.all.keys) == [])
    }

    @Test func `each ends with a full stop, and no value of it stays a brace`() {
        let values = ["field": "days", "from": "1", "to": "9", "limit": "5", "after": "2027-01-01", "ports": "443"]
        for code in OperatorSentences.all.keys {
            let sentence = OperatorSentences.sentence(code, values)
            #expect(sentence.hasSuffix(".") && !sentence.contains("{"), "\(code)")
        }
    }

    @Test func `a code without a sentence is named all the same`() {
        #expect(OperatorSentences.sentence("offer.no_place_left") == "This is refused: offer.no_place_left.")
        #expect(OperatorSentences.sentence(of: .init("age", "age.odd")) == "age is refused: age.odd.")
    }
}
