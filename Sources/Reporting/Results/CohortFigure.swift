/// A number, one that is still to come, or one that nobody knows.
package enum CohortFigure: Hashable, Sendable {
    case known(Int)
    case pending, unknown

    init(_ number: Int?) { self = number.map { .known($0) } ?? .unknown }

    package var number: Int? {
        if case .known(let number) = self { number } else { nil }
    }
}
