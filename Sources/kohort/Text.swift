import ArgumentParser
import Foundation
import KohortCore

extension Slug: ExpressibleByArgument {
    public init?(argument: String) {
        guard let slug = try? Slug(argument) else { return nil }
        self = slug
    }
}

extension Role: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension EmailAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// Rows in columns as wide as their widest cell.
enum Columns {
    static func lines(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                cell + String(repeating: " ", count: max(0, widths[index] - cell.count))
            }
            return cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }
    }
}

extension Gateway {
    /// Makes sure that something which cannot be taken back is meant, by a word that is typed.
    func confirm(_ word: String, yes: Bool, for deed: String) throws {
        if yes { return }
        FileHandle.standardError.write(Data("\(deed) Type \(word) to go on: ".utf8))
        guard readLine() == word else { throw refusal("confirmation.missing", "Not confirmed: nothing was done.") }
    }
}
