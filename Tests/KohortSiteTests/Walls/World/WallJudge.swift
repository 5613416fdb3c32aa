import Foundation
import HTTPTypes
import HummingbirdTesting

/// What an answer gives away.
enum WallJudge {
    /// Whether it lets nobody in: not allowed, not there, or the way to sign in.
    static func isRefusal(_ answer: TestResponse) -> Bool {
        switch answer.status.code {
        case 401, 403, 404, 410: true
        case 303: (answer.headers[.location] ?? "").contains("sign-in")
        default: false
        }
    }

    /// The words that it must not bear and bears, in its body or in a header.
    static func leaks(_ answer: TestResponse, _ words: [String]) -> [String] {
        let text = answer.text + answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        return words.filter { text.contains($0) }
    }

    /// What is left of an answer once what differs each time is taken away.
    static func shape(_ answer: TestResponse) -> String {
        let headers = answer.headers.filter { $0.name != .date }.map { "\($0.name): \($0.value)" }.sorted()
        let id = /[0-9a-f]{16}(?=["<])/
        return "\(answer.status.code)\n\(headers.joined(separator: "\n"))\n\(answer.text.replacing(id, with: "id"))"
    }
}
