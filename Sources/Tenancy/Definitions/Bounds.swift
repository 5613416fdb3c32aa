import KohortCore
import Yams

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
