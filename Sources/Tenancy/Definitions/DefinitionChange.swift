import Foundation
import KohortCore

/// One difference between two definitions, in the words of the file: a value at a path before and after.
package struct DefinitionChange: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Items that bear a slug are named by it: `programmes[ks-2011].rules.months.at_least`.
    package let path: String
    /// Nil where the value is new.
    package let before: String?
    /// Nil where the value goes away.
    package let after: String?

    package var description: String {
        switch (before, after) {
        case (let before?, let after?): "~ \(path): \(before) → \(after)"
        case (nil, let after?): "+ \(path): \(after)"
        case (let before, nil): "- \(path): \(before ?? "")"
        }
    }
}

extension ConsortiumDefinition {
    /// What changes from another definition to this one, by path; nothing between equal ones.
    package func changes(from old: ConsortiumDefinition?) throws -> [DefinitionChange] {
        let before = try old.map { try $0.values() } ?? [:]
        let after = try values()
        return Set(before.keys).union(after.keys).sorted().compactMap { path in
            guard before[path] != after[path] else { return nil }
            return DefinitionChange(path: path, before: before[path], after: after[path])
        }
    }

    private func values() throws -> [String: String] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        var values: [String: String] = [:]
        Self.collect(try JSONSerialization.jsonObject(with: encoder.encode(self)), "", &values)
        return values
    }

    private static func collect(_ value: Any, _ path: String, _ values: inout [String: String]) {
        switch value {
        case let block as [String: Any]:
            if let money = amount(block) {
                values[path] = money
            } else {
                for (key, value) in block {
                    // A localised text keeps its languages under a key of its own, which the file does not have.
                    collect(value, key == "texts" ? path : path.isEmpty ? key : "\(path).\(key)", &values)
                }
            }
        case let items as [Any]:
            for (index, item) in items.enumerated() {
                collect(item, "\(path)[\((item as? [String: Any])?["slug"] as? String ?? String(index))]", &values)
            }
        default:
            values[path] = "\(value)"
        }
    }

    private static func amount(_ block: [String: Any]) -> String? {
        guard let minorUnits = block["minor_units"] as? Int64,
            let currency = (block["currency"] as? String).flatMap(Currency.init(rawValue:))
        else { return nil }
        return Money(minorUnits: minorUnits, currency).description
    }
}
