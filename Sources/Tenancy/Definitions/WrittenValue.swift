import Foundation
import KohortCore

/// A definition as a tree of what a file would write, so that two can be held against each other value by value.
enum WrittenValue: Decodable {
    case block([String: WrittenValue])
    case items([WrittenValue])
    case scalar(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let money = try? container.decode(Money.self) {
            self = .scalar(money.description)
        } else if let block = try? container.decode([String: WrittenValue].self) {
            self = .block(block)
        } else if let items = try? container.decode([WrittenValue].self) {
            self = .items(items)
        } else if let flag = try? container.decode(Bool.self) {
            self = .scalar(String(flag))
        } else if let number = try? container.decode(Int64.self) {
            self = .scalar(String(number))
        } else {
            self = .scalar(try container.decode(String.self))
        }
    }

    /// Every scalar of a definition by its path.
    static func all(in definition: ConsortiumDefinition) throws -> [String: String] {
        let tree = try JSONDecoder().decode(WrittenValue.self, from: JSONEncoder().encode(definition))
        var scalars: [String: String] = [:]
        tree.collect("", &scalars)
        return scalars
    }

    private func collect(_ path: String, _ scalars: inout [String: String]) {
        switch self {
        case .scalar(let text): scalars[path] = text
        case .items(let items):
            for (index, item) in items.enumerated() { item.collect("\(path)[\(item.slug ?? String(index))]", &scalars) }
        case .block(let block):
            for (key, value) in block {
                // A localised text keeps its languages under a key of its own, which the file does not have.
                value.collect(key == "texts" ? path : path.isEmpty ? key.snaked : "\(path).\(key.snaked)", &scalars)
            }
        }
    }

    private var slug: String? {
        if case .block(let block) = self, case .scalar(let slug)? = block["slug"] { slug } else { nil }
    }
}

extension String {
    /// `longestDays` as the file writes it: `longest_days`.
    fileprivate var snaked: String {
        reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
        }
    }
}
