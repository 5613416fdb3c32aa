import Foundation
import HTTPTypes
import KohortTesting
import Testing

/// What an answer gives away.
enum WallJudge {
    /// Whether it lets nobody in: not allowed, not there, or the way to sign in.
    static func isRefusal(_ answer: TestResponse) -> Bool {
        switch answer.status.code {
        case 401, 403, 404, 410: true
        case 303: (answer.headers[.location] ?? "").prefix { $0 != "?" }.hasSuffix("/sign-in")
        default: false
        }
    }

    /// The words that it must not bear and bears, in its body or in a header.
    static func leaks(_ answer: TestResponse, _ words: [String]) -> [String] {
        let text = answer.text + answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        return words.filter { text.contains($0) }
    }

    /// Holds an answer to bear none of them.
    static func hold(_ answer: TestResponse, _ words: [String], _ what: String) {
        let leaks = leaks(answer, words)
        #expect(leaks.isEmpty, "\(what): \(around(leaks, answer))")
    }

    /// The words that stand in the log.
    static func leaks(_ logs: LogStore, _ words: [String]) -> [String] {
        let text = logs.text
        return words.filter { text.contains($0) }
    }

    /// Where they stand in its body.
    static func around(_ words: [String], _ answer: TestResponse) -> [String] {
        words.compactMap { word in
            answer.text.range(of: word).map { String(answer.text[..<$0.upperBound].suffix(120)) }
        }
    }

    /// What is left of an answer once what differs each time is taken away.
    static func shape(_ answer: TestResponse) -> String {
        let headers = answer.headers.filter { $0.name != .date }.map { "\($0.name): \($0.value)" }.sorted()
        let id = /[0-9a-f]{16}(?=["<])/
        return "\(answer.status.code)\n\(headers.joined(separator: "\n"))\n\(answer.text.replacing(id, with: "id"))"
    }
}
