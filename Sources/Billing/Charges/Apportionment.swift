import KohortCore

/// How an amount is divided. Whatever is divided sums to the øre (BB-8).
package enum Apportionment {
    /// Parts by weight, by largest remainder; of equal remainders the earlier part bears the odd øre. Refuses what
    /// leaves a part without anything.
    package static func parts(of whole: Money, by weights: [Int64]) throws(Rejection) -> [Money] {
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard !weights.isEmpty, weights.count <= 50, weights.allSatisfy({ $0 > 0 }) else {
            throw .invalid("shares", "shares.weights")
        }
        let exact = weights.map { (Int128(whole.minorUnits) * Int128($0)).quotientAndRemainder(dividingBy: sum) }
        var parts = exact.map { Int64($0.quotient) }
        let odd = Int(whole.minorUnits - parts.reduce(0, +))
        let order = exact.indices.sorted { left, right in
            (exact[right].remainder, left) < (exact[left].remainder, right)
        }
        for index in order.prefix(odd) { parts[index] += 1 }
        guard parts.allSatisfy({ $0 > 0 }) else { throw .invalid("shares", "shares.weights") }
        return parts.map { Money(minorUnits: $0, whole.currency) }
    }

    /// The share for some days of a period. Refuses days outside it.
    package static func share(of whole: Money, for part: Period, in period: Period) throws(Rejection) -> Money {
        guard period.start <= part.start, part.end <= period.end else {
            throw .invalid("part", "period.outside")
        }
        guard let share = whole.share(Int64(part.days), of: Int64(period.days)), share.minorUnits > 0 else {
            throw .invalid("part", "period.outside")
        }
        return share
    }
}

extension Period {
    /// How many days it has, with the first and the last.
    package var days: Int { end.daysSince1970 - start.daysSince1970 }
}
