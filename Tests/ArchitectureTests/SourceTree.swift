import Foundation

/// The project's own files, read as text from where this file stands.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File: Sendable {
        /// From the root: `Sources/Recruitment/Offers/Offer.swift`.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// `Recruitment` of `Sources/Recruitment/Offers/Offer.swift`.
        var target: String { String(path.split(separator: "/")[1]) }
        /// The text without comments, so that words of prose are not taken for code.
        var code: String { lines.filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }.joined(separator: "\n") }
    }

    static func swiftFiles(under folder: String) -> [File] { files(under: folder, ending: "swift") }

    static func files(under folder: String, ending: String) -> [File] {
        let base = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
        return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }.compactMap { url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            return File(path: String(url.path.dropFirst(root.path.count + 1)), text: text)
        }.sorted { $0.path < $1.path }
    }

    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }
}

extension String {
    /// Every match's first capture.
    func captures(of pattern: String) -> [String] {
        guard let expression = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines]) else {
            return []
        }
        let whole = NSRange(startIndex..., in: self)
        return expression.matches(in: self, range: whole).compactMap { match in
            Range(match.range(at: 1), in: self).map { String(self[$0]) }
        }
    }
}
