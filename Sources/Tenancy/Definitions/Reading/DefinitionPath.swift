/// Where a value stands in a definition, written as `programmes[0].rules.months`; empty for the file itself.
struct DefinitionPath: Hashable, Sendable, CustomStringConvertible {
    let description: String

    static let root = DefinitionPath(description: "")

    func key(_ key: String) -> DefinitionPath {
        DefinitionPath(description: description.isEmpty ? key : "\(description).\(key)")
    }

    func item(_ index: Int) -> DefinitionPath { DefinitionPath(description: "\(description)[\(index)]") }

    func contains(_ other: DefinitionPath) -> Bool {
        guard other.description.hasPrefix(description) else { return false }
        let rest = other.description.dropFirst(description.count)
        return description.isEmpty || rest.isEmpty || rest.hasPrefix(".") || rest.hasPrefix("[")
    }
}
