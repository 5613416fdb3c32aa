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
        let before = try old.map { try WrittenValue.all(in: $0) } ?? [:]
        let after = try WrittenValue.all(in: self)
        return Set(before.keys).union(after.keys).sorted().compactMap { path in
            guard before[path] != after[path] else { return nil }
            return DefinitionChange(path: path, before: before[path], after: after[path])
        }
    }
}
