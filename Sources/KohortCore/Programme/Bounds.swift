/// A number that is given exactly (`18`) or by its least and its most; never open-ended.
package struct Bounds: Hashable, Sendable, Codable {
    package let atLeast: Int
    package let atMost: Int

    package init(_ atLeast: Int, _ atMost: Int) { (self.atLeast, self.atMost) = (atLeast, atMost) }

    package init(exactly number: Int) { self.init(number, number) }

    /// As messages write it.
    package var words: String { atLeast == atMost ? "exactly \(atLeast)" : "\(atLeast) to \(atMost)" }

    package func contains(_ number: Int) -> Bool { atLeast <= number && number <= atMost }
}
