import Yams

/// A number that is given exactly (`18`) or by its least and its most; never open-ended.
package struct Bounds: Hashable, Sendable, Codable {
    package let atLeast: Int
    package let atMost: Int

    package init(_ atLeast: Int, _ atMost: Int) { (self.atLeast, self.atMost) = (atLeast, atMost) }

    package init(exactly number: Int) { self.init(number, number) }

    /// As messages write it.
    var words: String { atLeast == atMost ? "exactly \(atLeast)" : "\(atLeast) to \(atMost)" }

    package func contains(_ number: Int) -> Bool { atLeast <= number && number <= atMost }
}

extension Place {
    func bounds(_ range: ClosedRange<Int>) -> Bounds {
        guard case .mapping? = node else { return Bounds(exactly: integer(range)) }
        return block { keys in
            let least = keys["at_least"].integer(range)
            let most = keys.required("at_most", .periodOpen, "an upper bound: it may not be open-ended").integer(range)
            keys.check(least <= most, "at_most", with: ["at_least"], .valueRange, allowed: "\(least) or more")
            return Bounds(least, most)
        }
    }
}
