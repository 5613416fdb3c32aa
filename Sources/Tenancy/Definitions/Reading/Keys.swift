import Yams

/// The keys of one block, asked for by name. What was asked for is what is allowed: the rest is reported as unknown.
final class Keys {
    let place: Place
    private let values: [(key: String, place: Place)]
    private var asked: [String] = []

    init(_ place: Place) {
        self.place = place
        guard case .mapping(let mapping) = place.node else {
            if place.node != nil { place.report(.valueType, allowed: "a block of keys") }
            values = []
            return
        }
        values = mapping.map { key, value in
            let name = key.scalar?.string ?? Found.text(of: key)
            if key.tag != Tag(.str) {
                place.at(key, place.path).report(.valueType, found: Found.text(of: key), allowed: "a plain word as key")
            }
            // The key's line, since an empty value stands nowhere and a block begins below.
            let line = key.mark?.line ?? place.line
            return (name, Place(node: value, path: place.path.key(name), line: line, ledger: place.ledger))
        }
    }

    /// A key that must be there.
    subscript(key: String) -> Place { required(key, .keyMissing, "a value") }

    func required(_ key: String, _ code: DefinitionProblem.Code, _ allowed: String) -> Place {
        if let found = optional(key) { return found }
        let missing = place.at(nil, place.path.key(key))
        if case .mapping = place.node {
            missing.reportMissing(code, allowed: allowed)
        }
        return missing
    }

    /// A key that may be left out.
    func optional(_ key: String) -> Place? {
        asked.append(key)
        return values.first { $0.key == key }?.place
    }

    /// The items of a list, which may be left out if it may be empty.
    func list(_ key: String, _ count: ClosedRange<Int> = 0...1000) -> [Place] {
        count.lowerBound > 0 ? self[key].items(count) : optional(key)?.items(count) ?? []
    }

    /// What was read from a list, with its places, as far as nothing about it was wrong: for checks of one item against
    /// others, which must not blame an item for what was already reported.
    func sound<Item>(_ key: String, _ items: [Item]) -> [(place: Place, item: Item)] {
        guard let list = values.first(where: { $0.key == key })?.place, case .sequence(let nodes) = list.node else {
            return []
        }
        return zip(nodes.enumerated(), items).compactMap { node, item in
            let place = list.at(node.element, list.path.item(node.offset))
            return place.hasProblem ? nil : (place, item)
        }
    }

    /// Reports at `key` unless the rule holds; says nothing when one of the keys it rests on was already wrong.
    func check(
        _ holds: Bool, _ key: String, with others: [String] = [], _ code: DefinitionProblem.Code, allowed: String
    ) {
        let paths = ([key] + others).map { place.path.key($0) }
        if holds || paths.contains(where: place.ledger.hasProblem(within:)) { return }
        (values.first { $0.key == key }?.place ?? place).report(code, allowed: allowed)
    }

    /// Whether a key is there and nothing within it was wrong.
    func isSound(_ key: String) -> Bool {
        values.contains { $0.key == key } && !place.ledger.hasProblem(within: place.path.key(key))
    }

    /// The paths below this block that the file marks `!assumed`, relative to it; `.` is the block itself.
    var assumed: [String] {
        place.node.map(Assumption.paths(in:)) ?? []
    }

    func reportUnknown() {
        let known = Array(Set(asked)).sorted()
        for (key, value) in values where !known.contains(key) && !place.ledger.isFull {
            let nearest = NearestWord.to(key, among: known).map { "; did you mean \($0)?" } ?? ""
            value.report(.keyUnknown, found: "the key \(Found.quoted(key))", allowed: Listing.of(known) + nearest)
        }
    }
}

extension Place {
    fileprivate func reportMissing(_ code: DefinitionProblem.Code, allowed: String) {
        ledger.add(
            DefinitionProblem(path: path.description, line: line, code: code, found: "nothing", allowed: allowed))
    }
}
