import Yams

/// The mark `!assumed` before a value: the source does not state it, this file sets it.
enum Assumption {
    private static let tag = "!assumed"
    private static let plainTags: Set<Tag.Name> = [.str, .map, .seq]

    /// The marked values below a node, by their path from it; `.` when the node itself is marked.
    static func paths(in node: Node) -> [String] {
        var found: [String] = []
        visit(node, .root) { node, path in
            if node.tag.rawValue == tag { found.append(path == .root ? "." : path.description) }
        }
        return found
    }

    /// Reports every other mark: YAML has many, and none means anything here.
    static func reportOtherTags(_ root: Place) {
        visit(root.node, root.path) { node, path in
            let name = node.tag.rawValue
            if name == tag || plainTags.contains(Tag.Name(rawValue: name)) { return }
            root.at(node, path).report(.yamlTag, found: "the tag \(Found.quoted(name))", allowed: "\(tag) or no tag")
        }
    }

    private static func visit(_ node: Node?, _ path: DefinitionPath, _ body: (Node, DefinitionPath) -> Void) {
        guard let node else { return }
        body(node, path)
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                visit(value, path.key(key.scalar?.string ?? "?"), body)
            }
        case .sequence(let sequence):
            for (index, item) in sequence.enumerated() { visit(item, path.item(index), body) }
        case .scalar, .alias: break
        }
    }
}
