import Yams

/// One value of the file and where it stands. A place without a node stands for a value that is missing and already
/// reported: whatever is read from it is a stand-in, in silence, so that reading goes on and finds all problems.
struct Place {
    let node: Node?
    let path: DefinitionPath
    let line: Int
    let ledger: Ledger

    static func root(_ node: Node, _ ledger: Ledger) -> Place {
        Place(node: node, path: .root, line: node.mark?.line ?? 1, ledger: ledger)
    }

    func at(_ node: Node?, _ path: DefinitionPath) -> Place {
        Place(node: node, path: path, line: node?.mark?.line ?? line, ledger: ledger)
    }

    func report(_ code: DefinitionProblem.Code, found: String? = nil, allowed: String) {
        guard let node else { return }
        let found = found ?? Found.text(of: node)
        ledger.add(
            DefinitionProblem(path: path.description, line: line, code: code, found: found, allowed: allowed))
    }

    var hasProblem: Bool { ledger.hasProblem(within: path) }

    /// Reads the mapping that stands here, then reports the keys of it that nobody asked for.
    func block<Value>(_ read: (Keys) -> Value) -> Value {
        let keys = Keys(self)
        defer { keys.reportUnknown() }
        return read(keys)
    }

    /// The places of a list's items; none, and a problem, when this is no list or its length is not allowed.
    func items(_ count: ClosedRange<Int>) -> [Place] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node else {
            report(.valueType, allowed: "a list")
            return []
        }
        guard count.contains(sequence.count) else {
            report(.valueRange, found: "\(sequence.count) items", allowed: "\(Found.range(count)) items")
            return []
        }
        return sequence.enumerated().map { at($0.element, path.item($0.offset)) }
    }
}

/// How problems word what they found.
enum Found {
    static func text(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.isNothing ? "nothing" : quoted(scalar.string)
        case .mapping: "a block of keys"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    /// At most 60 letters, with control characters made visible.
    static func quoted(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(60).map { scalar in
            scalar.properties.generalCategory == .control ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return "\"\(shown.joined())\(text.unicodeScalars.count > 60 ? "…" : "")\""
    }

    static func range(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound
            ? "exactly \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
}

extension Node.Scalar {
    var isNothing: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(string) }
}
